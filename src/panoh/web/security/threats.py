"""Threats: each with its band and how the number came about; telling and rating one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from panoh.casebook.index.reading import root_of, view_of
from panoh.casebook.view import View
from panoh.casebook.wording import DIFFERS, Wording
from panoh.model.dates import PartialDate
from panoh.model.errors import PanohError
from panoh.model.kinds import Capacity, Impact, Threat
from panoh.model.messages import mark as _
from panoh.model.thesauri import BANDS, IMPACTS, THREATS
from panoh.security.threats import HIGHEST, LOWEST, Rated, record_threat, threats
from panoh.security.wording import worded
from panoh.web.days import day_of
from panoh.web.page import Page, Redirect, Reply
from panoh.web.people.facts import Fact, facts
from panoh.web.routes import get, post
from panoh.web.visit import Visit

_WORDS = ("title", "reason", "prevent", "react")
#: What stands in the form; whatever else is told stands below it.
_ASKED = (*_WORDS, "type", "likelihood", "impacts", "capacities", "review", "reviewed")
#: So many strengths can be told at once.
STRENGTHS = 2


class NoThreat(PanohError):
    """No threat has this identifier."""

    code: ClassVar[str] = "no-threat"
    message: ClassVar[str] = "No threat is recorded under this address."
    hint: ClassVar[str] = "Look for it in the list of threats."


class ThreatEmpty(PanohError):
    """A threat needs its kind and one sentence."""

    code: ClassVar[str] = "threat-empty"
    message: ClassVar[str] = "A threat needs its kind and one sentence: who may do what to whom."
    hint: ClassVar[str] = "Nothing was saved. How likely it is can wait."


@dataclass(frozen=True, slots=True)
class Row:
    """One threat: its band as a msgid, and the formula in the reader's words."""

    root: str
    title: str
    kind: str
    band: str
    label: str
    formula: str
    contested: bool
    review: str


@dataclass(frozen=True, kw_only=True)
class ThreatsPage(Page):
    """Every threat, those to act on first."""

    template: ClassVar[str] = "security/threats.html"
    title: ClassVar[str] = _("Threats")
    area: ClassVar[str] = "security"
    rows: Sequence[Row]


@dataclass(frozen=True, kw_only=True)
class ThreatPage(Page):
    """One threat to tell or to rate anew; `told` are the texts that stand in its fields."""

    template: ClassVar[str] = "security/threat.html"
    title: ClassVar[str] = _("A threat")
    area: ClassVar[str] = "security"
    root: str
    row: Row | None
    told: Mapping[str, str]
    kinds: Mapping[str, str]
    impacts: Mapping[str, str]
    levels: Mapping[str, str]
    more: Sequence[Fact] = ()
    strengths: int = STRENGTHS
    refused: PanohError | None = None


def _list(visit: Visit) -> Reply:
    rated = threats(visit.db, visit.case.clock().date())
    return ThreatsPage(rows=[_row(each, visit) for each in rated])


def _row(each: Rated, visit: Visit) -> Row:
    words, formula = Wording(visit.language), each.rating.formula
    kinds = (THREATS.label(code, words.say) for code in sorted(each.types))
    return Row(
        root=each.view.root,
        title=each.title,
        kind=DIFFERS.join(kinds),
        band=each.rating.band,
        label=BANDS.terms[each.rating.band].label,
        formula=worded(formula, words.say) if formula else "",
        contested=each.rating.contested,
        review=words.day(PartialDate(each.review.isoformat())) if each.review else "",
    )


def _new(visit: Visit) -> Reply:
    return _page(visit, "", None, _first(visit))


def _first(visit: Visit) -> dict[str, str]:
    """What stands in an empty form: a kind that an incident may be a sign of, if one was named."""
    kind = visit.query.get("kind", "")
    return {"type": kind} if kind in THREATS.terms else {}


def _page(
    visit: Visit,
    root: str,
    row: Row | None,
    told: Mapping[str, str],
    refused: PanohError | None = None,
) -> ThreatPage:
    more = facts(visit.db, view_of(visit.db, root), Wording(visit.language), _ASKED) if root else ()
    return ThreatPage(
        root=root,
        row=row,
        told=told,
        kinds={code: visit.say(term.label) for code, term in THREATS.terms.items()},
        impacts={code: visit.say(term.label) for code, term in IMPACTS.terms.items()},
        levels={str(number): str(number) for number in range(LOWEST, HIGHEST + 1)},
        more=more,
        refused=refused,
        status=422 if refused else 200,
    )


def _one(visit: Visit) -> Reply:
    rated = _meant(visit)
    return _page(visit, rated.view.root, _row(rated, visit), _texts(rated.view, visit))


def _meant(visit: Visit) -> Rated:
    root = root_of(visit.db, visit.path["root"])
    if view_of(visit.db, root).kind != "threat":
        raise NoThreat
    today = visit.case.clock().date()
    return next(each for each in threats(visit.db, today) if each.view.root == root)


def _texts(view: View, visit: Visit) -> dict[str, str]:
    """What is told, as texts for the form; of several values the newest."""
    words = Wording(visit.language)
    last = {name: told[-1].value for name, told in view.fields.items() if told}
    texts = {name: str(last[name]) for name in ("type", "likelihood", *_WORDS) if name in last}
    texts |= {f"impact-{each.on}": str(each.level) for each in last.get("impacts", ())}
    for number, each in enumerate(last.get("capacities", ())[:STRENGTHS], 1):
        texts[f"strength{number}"] = each.text
        texts[f"tested{number}"] = words.day(PartialDate(each.tested)) if each.tested else ""
    if last.get("review"):
        texts["review"] = words.day(last["review"])
    return texts


def _tell(visit: Visit) -> Reply:
    return _save(visit, "", None)


def _again(visit: Visit) -> Reply:
    rated = _meant(visit)
    return _save(visit, rated.view.root, _row(rated, visit))


def _save(visit: Visit, root: str, row: Row | None) -> Reply:
    try:
        before = _strong(view_of(visit.db, root)) if root else ()
        record_threat(visit.case, _record(visit, before), root)
    except PanohError as error:
        sent = {name: values[0] for name, values in visit.form.items() if values}
        return _page(visit, root, row, sent, error)
    return Redirect("/security/threats")


def _record(visit: Visit, before: Sequence[Capacity]) -> Threat:
    """The threat as it was sent; raises ThreatEmpty and what a date raises."""
    told: dict[str, Any] = {name: visit.one(name).replace("\r\n", "\n") for name in _WORDS}
    told["type"] = visit.one("type")
    if told["type"] not in THREATS.terms or not told["title"]:
        raise ThreatEmpty
    typed = visit.one("review")
    review = PartialDate(day_of(typed, visit.language).isoformat()) if typed else None
    levels = {code: visit.one(f"impact-{code}") for code in IMPACTS.terms}
    likelihood = visit.one("likelihood")
    return Threat(
        **told,
        likelihood=int(likelihood) if _is_level(likelihood) else 0,
        impacts=tuple(Impact(code, int(each)) for code, each in levels.items() if _is_level(each)),
        capacities=(*_strengths(visit, before), *before[STRENGTHS:]),
        review=review,
        reviewed=PartialDate(_today(visit).isoformat()),
    )


def _is_level(typed: str) -> bool:
    return len(typed) == 1 and typed in "12345"


def _strengths(visit: Visit, before: Sequence[Capacity]) -> Iterator[Capacity]:
    """The strengths typed; whose each is stays with it, for the form does not ask."""
    owners = {each.text: each.owner for each in before}
    for number in range(1, STRENGTHS + 1):
        text, typed = visit.one(f"strength{number}"), visit.one(f"tested{number}")
        if text:
            day = day_of(typed, visit.language).isoformat() if typed else ""
            yield Capacity(text, owners.get(text, ""), tested=day)


def _strong(view: View) -> Sequence[Capacity]:
    """The strengths as they stand in the form: those told last."""
    told = view.told("capacities")
    return tuple(told[-1].value) if told else ()


def _today(visit: Visit) -> date:
    return visit.case.clock().date()


ways = (
    get("/security/threats", _list),
    get("/security/threats/new", _new),
    post("/security/threats/new", _tell),
    get("/security/threats/{root}", _one),
    post("/security/threats/{root}", _again),
)
