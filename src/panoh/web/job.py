"""Work that takes long: it runs beside the pages, says how far it is, and can be stopped."""

import threading
from collections.abc import Callable
from typing import Any

Step = Callable[..., None]


class Stopped(Exception):
    """The vault is being locked; what was said to be saved is saved."""


class Job:
    """One piece of work in a thread of its own.

    `label` is a msgid. `work` is given a step to call with (done, of how many); it returns the
    path of the page to go to.
    """

    def __init__(self, label: str, work: Callable[[Step], str]) -> None:
        self.label = label
        self.done, self.whole = 0, 0
        self.next = ""
        self.error: BaseException | None = None
        self._work, self._stop = work, threading.Event()
        self._thread = threading.Thread(target=self._run, name="job", daemon=True)
        self._thread.start()

    @property
    def over(self) -> bool:
        """Whether it has ended, well or not."""
        return not self._thread.is_alive()

    def wait(self, seconds: float) -> bool:
        """Wait so long at most; whether it is over."""
        self._thread.join(seconds)
        return self.over

    def stop(self) -> None:
        """Ask it to end at its next step."""
        self._stop.set()

    def _step(self, done: int = 0, whole: int = 0, *rest: Any) -> None:
        del rest
        self.done, self.whole = done, whole
        if self._stop.is_set():
            raise Stopped

    def _run(self) -> None:
        try:
            self.next = self._work(self._step)
        except BaseException as error:  # noqa: BLE001 - told on the page that waits for it
            self.error = error
