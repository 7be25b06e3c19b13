"""What was decided since the vault was opened, so that the last of it can be undone at once."""

from panoh.web.visit import Visit

_DONE, _SAID = "review done", "review said"


def done(visit: Visit) -> list[str]:
    """The judgements of this sitting, in order."""
    found: list[str] = visit.desk.tray.setdefault(_DONE, [])
    return found


def tell(visit: Visit, said: str, count: int = 0) -> None:
    """Have the next page say something (a msgid, which may count)."""
    visit.desk.tray[_SAID] = (said, count)


def told(visit: Visit) -> tuple[str, int]:
    """What this page should say, once."""
    said: tuple[str, int] = visit.desk.tray.pop(_SAID, ("", 0))
    return said
