"""From evidence to a level: likely, possible or nothing, with the reasons in words.

Given name, father's name and surname are compared as what they are. A different given name is how
brothers and sisters differ: it vetoes *likely*, never *possible*. Relatives taken together share
day, district, surname and exile, so none of these makes a pair likely by itself.
"""

from panoh.analysis.same.alike import AGREES, DIFFERS, SAME, UNLIKE
from panoh.analysis.same.evidence import Evidence
from panoh.casebook.pairs import LIKELY, POSSIBLE
from panoh.model.messages import mark as _
from panoh.model.names import Note

#: Years between two births: beyond the first it is no slip, beyond the second another generation.
SLIP_OF_YEARS, GENERATION = 1, 10


def level(e: Evidence) -> str:
    """`likely`, `possible` or empty."""
    if _likely(e):
        return LIKELY
    return POSSIBLE if _possible(e) else ""


def _likely(e: Evidence) -> bool:
    """The given name is the same, nothing speaks against it, and what else is known tells apart.

    - Father and surname agree: namesakes remain, so birth, exile or place must agree too.
    - The father agrees and the surname is not known, or only similar: two of birth, exile and
      place, or close kinship to one relative.
    - The surname agrees and the father is not known: cousins bear one given name, so the birth
      must agree, and the exile. One day of birth is enough, or close kinship to one relative: no
      two brothers bear one given name. Rows of one list need one of these two.
      The same holds where parts had to change places to fit: a father bears his son's names.
    """
    if e.given is None or e.given < SAME or _differing(e) or False in (e.sex, e.relation):
        return False
    if e.born is not None and e.born > SLIP_OF_YEARS:
        return False
    around = (e.born == 0) + (e.kin is True) + (e.place is True)
    if _same(e.father) and not e.note:
        if _agrees(e.surname):
            return around > (e.kin is False)
        return e.close or around >= 2
    told_apart = e.exact or e.close or (e.born == 0 and e.kin is True and not e.one_list)
    return told_apart and _rests_on_surname(e)


def _rests_on_surname(e: Evidence) -> bool:
    """The surnames agree with no father to tell them apart, or one is made from the other's father.

    If the order of the words was guessed, the surname must agree beside the given name: else the
    family's name was taken for a given name, and brothers share that.
    """
    if e.note == Note.FATHER_IS_SURNAME:
        return True
    return _agrees(e.surname) and (e.father is None or bool(e.note))


def _possible(e: Evidence) -> bool:
    """More speaks for it than against it, and the more so the less alike the given names are."""
    balance = _for(e) - _against(e)
    if e.given is None:
        return balance >= 4 and e.born == 0
    if e.given >= AGREES:
        return balance >= 1 and _for(e) > (e.place is True)
    if e.given >= DIFFERS:
        return balance >= 2
    return balance >= 4 and (e.exact or (e.given >= UNLIKE and e.born == 0))


def _for(e: Evidence) -> int:
    """One for each thing that agrees; two for the exile, because few are kin of one person."""
    parts = _agrees(e.father) + _agrees(e.surname)
    born = e.born is not None and e.born <= SLIP_OF_YEARS
    return parts + born + e.exact + (e.place is True) + 2 * (e.kin is True)


def _against(e: Evidence) -> int:
    """One for each thing that differs; two for the father and for years, three for decades."""
    found = _differs(e.surname) + 2 * _differs(e.father)
    found += [e.place, e.kin, e.relation, e.sex].count(False)
    if e.born is not None and e.born > SLIP_OF_YEARS:
        found += 3 if e.born > GENERATION else 2
    return found


def _differing(e: Evidence) -> bool:
    return _differs(e.father) or _differs(e.surname)


def _differs(part: float | None) -> bool:
    return part is not None and part < DIFFERS


def _same(part: float | None) -> bool:
    return part is not None and part >= SAME


def _agrees(part: float | None) -> bool:
    return part is not None and part >= AGREES


def score(e: Evidence) -> float:
    """A number in 0..1 to sort by; it decides nothing."""
    parts = [(e.given, 3.0), (e.father, 1.5), (e.surname, 1.5)]
    known = [(value, weight) for value, weight in parts if value is not None]
    names = sum(v * w for v, w in known) / sum(w for _v, w in known) if known else 0.0
    return round(min(1.0, max(0.0, 0.8 * names + 0.04 * (_for(e) - _against(e)))), 3)


def reasons(e: Evidence) -> list[str]:
    """What speaks for and against, as msgids in the order of their weight."""
    found = [
        *_of_names(e),
        _born(e),
        _known(e.sex, "", _("the sex differs")),
        _known(e.place, _("a place is the same"), _("the places differ")),
        _known(
            e.kin,
            _("both are told to be kin of the same person"),
            _("they are told to be kin of different persons"),
        ),
        _known(e.relation, "", _("they are told to be different relatives of that person")),
        _known(e.days, _("something was done to both within three days"), ""),
        _("both stand in one list") if e.one_list else "",
    ]
    return [reason for reason in found if reason]


def _of_names(e: Evidence) -> tuple[str, ...]:
    given = _graded(
        e.given,
        _("the given name is the same"),
        _("the given name is similar"),
        _("the given name differs"),
    )
    father = _graded(
        e.father,
        _("the father's name is the same"),
        _("the father's name is similar"),
        _("the father's name differs"),
    )
    surname = _graded(
        e.surname,
        _("the surname is the same"),
        _("the surname is similar"),
        _("the surname differs"),
    )
    if e.note == Note.FATHER_IS_SURNAME:
        return given, _("the surname of one is the father's name of the other")
    guessed = _("the order of the names had to be guessed") if e.note else ""
    return given, father, surname, guessed


def _graded(value: float | None, same: str, similar: str, differs: str) -> str:
    if value is None:
        return ""
    return same if value >= SAME else similar if value >= DIFFERS else differs


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
