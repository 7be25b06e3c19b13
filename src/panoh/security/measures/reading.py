"""Reading files of measures: bounded, and refused whole if one measure breaks a rule."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from panoh.model.messages import mark as _
from panoh.model.thesauri import AUDIENCES, PLATFORMS, THREATS
from panoh.security.errors import MeasureRefused
from panoh.security.measures.measure import ANY, Advice

MAX_FILE = 1 << 20
_ID = re.compile(r"[a-z][a-z_]{2,40}")
_MONTH = re.compile(r"20\d\d-(0[1-9]|1[0-2])(-\d\d)?")
_COUNTRY = re.compile(r"[A-Z]{2}")


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    messages: tuple[str, ...]
    measure: tuple[Advice, ...]


def read_measures(folder: Path) -> Mapping[str, Advice]:
    """Every measure in the files of a folder, by its id, in the order of the files.

    Raises `MeasureRefused`: a measure without source, or one that names what does not exist.
    """
    found: dict[str, Advice] = {}
    origin: dict[str, str] = {}
    for path in sorted(folder.glob("*.toml")):
        for each in _read(path).measure:
            if each.id in found:
                raise _refused(path.name, each.id, _("its name is taken"))
            found[each.id], origin[each.id] = each, path.name
    for each in found.values():
        for reason in _faults(each, found):
            raise _refused(origin[each.id], each.id, reason)
    return found


def _read(path: Path) -> _File:
    if path.stat().st_size > MAX_FILE:
        raise _refused(path.name, "?", _("the file is too large"))
    try:
        return msgspec.toml.decode(path.read_bytes(), type=_File)
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        raise _refused(path.name, "?", _("the file does not have the form of measures")) from None


def _refused(file: str, measure: str, reason: str) -> MeasureRefused:
    return MeasureRefused(file=file, measure=measure, reason=reason)


def _faults(each: Advice, found: Mapping[str, Advice]) -> Iterator[str]:
    """The rules a measure breaks, in words that fit after "is refused"."""
    if not each.sources or not all(source.title.strip() for source in each.sources):
        yield _("it has no source")
    if not _MONTH.fullmatch(each.verified_on):
        yield _("nobody says when it was looked up")
    if each.confirmed == bool(each.open):
        yield _("it must be confirmed, or say what is not")
    if not _ID.fullmatch(each.id) or not all((each.what, each.why, each.how, each.scope)):
        yield _("something is empty")
    if not all(steps.steps and steps.on for steps in each.how):
        yield _("something is empty")
    if not 1 <= each.helps <= 3 or not 1 <= each.again_days <= 3650:
        yield _("a number is out of range")
    known = (
        (each.audiences, AUDIENCES.terms),
        (each.against, THREATS.terms),
        ([on for steps in each.how for on in steps.on], {*PLATFORMS.terms, ANY}),
        (each.after, {name for name in found if name != each.id}),
    )
    if any(not names or not set(names) <= set(terms) for names, terms in known[:3]):
        yield _("it names what does not exist")
    if not set(each.after) <= set(known[3][1]):
        yield _("it names what does not exist")
    if not all(_COUNTRY.fullmatch(code) for where in each.where for code in where.countries):
        yield _("it names what does not exist")
