"""Names for the moments just before something on the disk changes, so that tests can stop there.

Nothing but a test's own Python code can install a handler: no option and no environment variable.
"""

from collections.abc import Callable

_handlers: list[Callable[[str], None]] = []


def reach(point: str) -> None:
    """Tell that the next step is the one of this name; nothing happens outside of tests."""
    for handler in _handlers:
        handler(point)


def on_reach(handler: Callable[[str], None]) -> None:
    """Have a handler called at every point from now on, in this process only."""
    _handlers.append(handler)
