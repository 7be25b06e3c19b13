"""The shape every error of Panoh has: a code for programs, a message and a next step for people."""

from typing import ClassVar


class PanohError(Exception):
    """What happened, what is safe and what to do next.

    `code` is a stable slug, `exit_status` what the command line returns. The message is a msgid;
    it may carry `{placeholders}` that are filled from keyword arguments. Secrets and people's
    words are never passed as arguments.
    """

    code: ClassVar[str] = "error"
    message: ClassVar[str] = "Something went wrong."
    hint: ClassVar[str] = ""
    exit_status: ClassVar[int] = 1

    def __init__(self, **values: object) -> None:
        self.values = values
        super().__init__(self.message.format(**values) if values else self.message)
