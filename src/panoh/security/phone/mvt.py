"""Reading what MVT wrote: `alerts.json`, and `info.json` for what it looked for.

MVT writes no `alerts.json` where it has nothing to say, so its absence means no alert, and only
`info.json` tells whether it looked for anything at all. Both are hostile: they hold what stood on
a phone that somebody may have attacked. Nothing in them is believed but levels and counts; of the
severe alerts the message is kept, cut short.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, ClassVar

import msgspec

from panoh.model.kinds import Evidence
from panoh.model.messages import mark as _
from panoh.security.checks.check import FAIL, UNKNOWN
from panoh.security.errors import SecurityError

ALERTS, INFO = "alerts.json", "info.json"
MAX_FILE = 64 << 20
MAX_ALERTS = 100_000
MAX_LISTS = 10_000
LONGEST = 200
SHOWN = 20
#: The levels in the order of MVT, the gravest last.
LEVELS = ("INFORMATIONAL", "LOW", "MEDIUM", "HIGH", "CRITICAL")
SEVERE = ("HIGH", "CRITICAL")


class MvtUnreadable(SecurityError):
    """The files are not what MVT writes, or are too large."""

    code: ClassVar[str] = "mvt-unreadable"
    message: ClassVar[str] = "This is no result of MVT that can be read: {reason}."
    hint: ClassVar[str] = (
        "Nothing was saved, and the phone was not checked. Give the folder that MVT was told to"
        " write to with --output."
    )
    exit_status: ClassVar[int] = 101


class _Alert(msgspec.Struct, frozen=True):
    level: str
    module: str = ""
    message: str = ""


class _Info(msgspec.Struct, frozen=True):
    mvt_version: str = ""
    date: str = ""
    ioc_files: Annotated[tuple[str, ...], msgspec.Meta(max_length=MAX_LISTS)] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """What MVT said: alerts by level, the severe ones in words, and the lists it looked with.

    `lists` is the number of lists of known traces; `None` where MVT does not say, which counts
    for as little as none.
    """

    counts: dict[str, int]
    severe: tuple[tuple[str, str], ...]
    lists: int | None
    version: str
    day: str

    @property
    def result(self) -> str:
        """`fail` if something severe was found, else `unknown`. There is no third answer."""
        return FAIL if any(self.counts.get(level) for level in SEVERE) else UNKNOWN

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """What is shown and kept, the most important first."""
        return tuple(_told(self))


def _told(result: Result) -> Iterator[Evidence]:
    if result.result == FAIL:
        yield Evidence(
            _("MVT found something severe. Stop here, leave the phone on, and write to experts.")
        )
    if not result.lists:
        yield Evidence(_("Not checked: MVT had 0 lists of known traces."))
    elif result.result != FAIL:
        yield Evidence(
            _(
                "No known trace was found, with {lists} public lists. Public lists are not enough"
                " to say that a phone is free of spyware."
            ),
            {"lists": result.lists},
        )
    for level in reversed(LEVELS):
        if result.counts.get(level):
            text = _("Alerts of the level {level}: {count}.")
            yield Evidence(text, {"level": level, "count": result.counts[level]})
    for module, message in result.severe:
        yield Evidence(_("{module}: {message}"), {"module": module, "message": message})
    if result.version or result.day:
        text = _("MVT {version}, run on {day}.")
        yield Evidence(text, {"version": result.version or "?", "day": result.day or "?"})


def read_result(place: Path) -> Result:
    """What MVT wrote into a folder, or beside an `alerts.json`. Raises `MvtUnreadable`."""
    folder = place if place.is_dir() else place.parent
    alerts_file = folder / ALERTS if place.is_dir() else place
    return result_of(_bytes(alerts_file), _bytes(folder / INFO))


def result_of(alerts: bytes | None, info: bytes | None) -> Result:
    """What the bytes of the two files say; `None` for one that is not there."""
    if alerts is None and info is None:
        raise MvtUnreadable(reason=_("there is neither alerts.json nor info.json"))
    told = _decoded(info, _Info) if info is not None else None
    found = _alerts(alerts) if alerts is not None else ()
    return Result(
        counts=dict(Counter(each.level for each in found)),
        severe=tuple(_severe(found)),
        lists=len(set(told.ioc_files)) if told else None,
        version=_short(told.mvt_version)[:40] if told else "",
        day=_short(told.date)[:10] if told else "",
    )


def _bytes(path: Path) -> bytes | None:
    if not path.is_file():
        return None
    if path.stat().st_size > MAX_FILE:
        raise MvtUnreadable(reason=_("a file is too large"))
    with path.open("rb") as file:
        text = file.read(MAX_FILE + 1)
    if len(text) > MAX_FILE:
        raise MvtUnreadable(reason=_("a file is too large"))
    return text


def _alerts(text: bytes) -> tuple[_Alert, ...]:
    found: tuple[_Alert, ...] = _decoded(text, tuple[_Alert, ...])
    if len(found) > MAX_ALERTS:
        raise MvtUnreadable(reason=_("it holds too many alerts"))
    if any(each.level not in LEVELS for each in found):
        raise MvtUnreadable(reason=_("it holds a level of alert that we do not know"))
    return found


def _decoded(text: bytes, type_: Any) -> Any:
    try:
        return msgspec.json.decode(text, type=type_)
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        raise MvtUnreadable(reason=_("it does not have the form of MVT's files")) from None


def _severe(found: tuple[_Alert, ...]) -> Iterator[tuple[str, str]]:
    severe = sorted(
        (each for each in found if each.level in SEVERE),
        key=lambda each: -LEVELS.index(each.level),
    )
    for each in severe[:SHOWN]:
        yield _short(each.module)[:60], _short(each.message)


def _short(text: str) -> str:
    """One line, cut, without what a terminal or a page would obey."""
    line = "".join(letter if letter.isprintable() else " " for letter in text[: 4 * LONGEST])
    line = " ".join(line.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"
