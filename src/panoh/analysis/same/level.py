"""From evidence to a level: likely, possible or nothing, with the reasons in words.

Given name, father's name and surname are compared as what they are. A different given name is how
brothers and sisters differ: it vetoes *likely*, never *possible*.
"""

from panoh.analysis.same.evidence import AGREES, DIFFERS, Evidence
from panoh.casebook.pairs import LIKELY, POSSIBLE
from panoh.model.messages import mark as _

SURE_GIVEN, ALIKE_GIVEN, UNLIKE_GIVEN = 0.88, 0.75, 0.5
FAR_BIRTH = 2


def level(e: Evidence) -> str:
    """`likely`, `possible` or empty."""
    if _likely(e):
        return LIKELY
    return POSSIBLE if _possible(e) else ""


def _likely(e: Evidence) -> bool:
    if e.given is None or e.given < SURE_GIVEN or e.differing or e.sex is False:
        return False
    if e.born is not None and e.born >= FAR_BIRTH:
        return False
    if e.agreeing == 2:
        return e.support >= 1
    return e.agreeing == 1 and e.support >= 2 and e.place is not False


def _possible(e: Evidence) -> bool:
    if e.born is not None and e.born > FAR_BIRTH and e.agreeing < 2:
        return False
    if e.given is None:
        return e.agreeing == 2 or (e.agreeing == 1 and e.support >= 2)
    if e.given >= ALIKE_GIVEN:
        return e.agreeing >= 1 or (not e.differing and e.support >= 1) or e.support >= 3
    return e.given >= UNLIKE_GIVEN and e.agreeing == 2 and e.support >= 2


def score(e: Evidence) -> float:
    """A number in 0..1 to sort by; it decides nothing."""
    parts = [(e.given, 3.0), (e.father, 1.5), (e.surname, 1.5)]
    known = [(value, weight) for value, weight in parts if value is not None]
    names = sum(v * w for v, w in known) / sum(w for _v, w in known) if known else 0.0
    return round(min(1.0, max(0.0, 0.8 * names + 0.05 * e.support)), 3)


def reasons(e: Evidence) -> list[str]:
    """What speaks for and against, as msgids in the order of their weight."""
    found = [
        _graded(
            e.given,
            _("the given name is the same"),
            _("the given name is similar"),
            _("the given name differs"),
        ),
        _graded(
            e.father,
            _("the father's name is the same"),
            _("the father's name is similar"),
            _("the father's name differs"),
        ),
        _graded(
            e.surname,
            _("the surname is the same"),
            _("the surname is similar"),
            _("the surname differs"),
        ),
        _born(e),
        _known(e.sex, "", _("the sex differs")),
        _known(e.place, _("a place is the same"), _("the places differ")),
        _known(e.kin, _("both are told to be kin of the same person"), ""),
        _known(e.days, _("something was done to both within three days"), ""),
        _("both stand in one list") if e.one_list else "",
    ]
    return [reason for reason in found if reason]


def _graded(value: float | None, same: str, similar: str, differs: str) -> str:
    if value is None:
        return ""
    return same if value >= AGREES else similar if value >= DIFFERS else differs


def _known(value: bool | None, yes: str, no: str) -> str:
    return "" if value is None else yes if value else no


def _born(e: Evidence) -> str:
    if e.born is None:
        return ""
    if e.exact:
        return _("the day of birth is the same")
    if e.born == 0:
        return _("the dates of birth agree")
    return _("the years of birth are one apart") if e.born == 1 else _("the years of birth differ")
