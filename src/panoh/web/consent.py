"""Consent: what a person allowed, refused or took back, asked and written down in plain words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from panoh.casebook.consent.answers import EVERYTHING, YES, Use, asked
from panoh.casebook.consent.recording import (
    CHANGED_MIND,
    NO,
    denied_still,
    record_answer,
    take_back,
)
from panoh.casebook.consent.telling import AnswerTold, answer_told
from panoh.casebook.consent.watched import decides
from panoh.casebook.index.reading import root_of, view_of
from panoh.casebook.wording import Wording, title_of
from panoh.legal.complaining import COMPLAINT, RECIPIENT
from panoh.legal.lawyer.sheet import RECIPIENT as LAWYER
from panoh.model.dates import DateError, PartialDate, parse_date
from panoh.model.ids import ENTITY_PATTERN
from panoh.model.kinds import Consent
from panoh.model.messages import mark as _
from panoh.model.thesauri import CONSENT_HOW, RECIPIENTS, SHAREABLE, USES
from panoh.web.page import Page, Redirect, Reply
from panoh.web.people.person import NobodyHere, today
from panoh.web.persons import people_in
from panoh.web.routes import get, post
from panoh.web.visit import Visit

_SAID = "consent said"
_LONGEST = 500
#: A person, or a contact; whoever is recorded as both is asked once.
_ASKED = ("person", "contact")
#: Where a question for consent came from, by who would receive it: the page, and its words.
BACK = {
    RECIPIENT: ("/complaint", _("Back to the complaint")),
    LAWYER: ("/lawyer", _("Back to the file for the lawyer")),
}
ASKED_OF_CHILD = {
    "yes": _("the child was asked and agrees"),
    "too young to be asked": _("the child is too young to be asked"),
    "no": _("the child was not asked, or does not agree"),
}


@dataclass(frozen=True, slots=True)
class Said:
    """What the answer just saved does: a msgid, and what it does not allow yet, with the reason."""

    text: str
    still: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class ConsentPage(Page):
    """The answers of one person, what may go out now, and a form for one more answer.

    `wrong` names the fields that need another look; `form` is what was typed.
    """

    template: ClassVar[str] = "consent.html"
    title: ClassVar[str] = _("Consent")
    area: ClassVar[str] = "people"
    root: str
    name: str
    home: str
    back: str
    way: Use
    leads: tuple[str, str]
    answers: Sequence[AnswerTold]
    refused: bool
    child: bool
    may: Sequence[str]
    may_not: Mapping[str, str]
    form: Mapping[str, Sequence[str]]
    wrong: Sequence[str] = ()
    said: Said | None = None
    recipients: Mapping[str, Any]
    shareable: Mapping[str, Any]
    uses: Mapping[str, Any]
    hows: Mapping[str, Any]
    children: Mapping[str, str]


def _ask(visit: Visit) -> Reply:
    return _page(visit, _begun(visit), said=visit.desk.tray.pop(_SAID, None))


def _begun(visit: Visit) -> dict[str, list[str]]:
    """The form as it stands at first, with nothing ticked: for the way out that led here."""
    way = _way(visit)
    return {
        "recipient": [way.recipient],
        "use": [way.use],
        "how": ["unknown"],
        "day": [today().isoformat()],
    }


def _way(visit: Visit) -> Use:
    """The way out that led here; without one, a complaint to the Working Group."""
    recipient = visit.query.get("to", "") or visit.one("to")
    use = visit.query.get("use", "") or visit.one("way")
    return Use(
        recipient if recipient in RECIPIENTS.terms else RECIPIENT,
        use if use in USES.terms else COMPLAINT,
        today(),
        _publication(visit),
    )


def _publication(visit: Visit) -> str:
    """The publication that led here; empty where none did."""
    typed = visit.query.get("publication", "") or visit.one("publication")
    known = ENTITY_PATTERN.fullmatch(typed) and view_of(visit.db, typed).kind == "publication"
    return typed if known else ""


def _page(
    visit: Visit,
    form: Mapping[str, Sequence[str]],
    *,
    wrong: Sequence[str] = (),
    said: Said | None = None,
) -> ConsentPage:
    db, words = visit.db, Wording(visit.language)
    root, way = _whose(visit), _way(visit)
    who, day = asked(db, root), today()
    now = {what: who.may(what, way) for what in SHAREABLE.terms if what != EVERYTHING}
    told = [answer_told(view, words) for view in who.consents]
    return ConsentPage(
        root=root,
        name=title_of(db, root),
        home=f"/network/{root}" if view_of(db, root).kind == "contact" else f"/people/{root}",
        back=",".join(people_in(db, visit.query.get("for", "") or visit.one("for"))),
        way=way,
        leads=BACK.get(way.recipient, BACK[RECIPIENT]),
        answers=told,
        refused=any(not each.stands for each in told),
        child=who.is_child(day),
        may=[SHAREABLE.terms[what].label for what, said_ in now.items() if said_.allowed],
        may_not={
            SHAREABLE.terms[what].label: said_.why
            for what, said_ in now.items()
            if not said_.allowed
        },
        form=form,
        wrong=wrong,
        said=said,
        recipients=RECIPIENTS.terms,
        shareable=SHAREABLE.terms,
        uses=USES.terms,
        hows=CONSENT_HOW.terms,
        children=ASKED_OF_CHILD,
        status=422 if wrong else 200,
    )


def _whose(visit: Visit) -> str:
    root = decides(visit.db, root_of(visit.db, visit.path["root"]))
    if view_of(visit.db, root).kind not in _ASKED:
        raise NobodyHere
    return root


def _answer(visit: Visit) -> Reply:
    root, what = _whose(visit), tuple(visit.form.get("what", ()))
    answer = visit.one("answer")
    day = _day(visit)
    wrong = [] if answer in (YES, NO) else ["answer"]
    wrong += ["what"] if answer == YES and not SHAREABLE.terms.keys() & set(what) else []
    wrong += [] if day else ["day"]
    wrong += [] if _known(visit) else ["recipient"]
    if wrong or day is None:
        return _page(visit, visit.form, wrong=wrong)
    record = Consent(
        person=root,
        answer=answer,
        recipient=visit.one("recipient"),
        uses=(visit.one("use"),),
        what=tuple(each for each in what if each in SHAREABLE.terms),
        how=visit.one("how"),
        given_by=visit.one("given_by")[:_LONGEST],
        guardian=visit.one("guardian")[:_LONGEST],
        child_asked=visit.one("child_asked") if visit.one("child_asked") in ASKED_OF_CHILD else "",
        when=day,
    )
    mind = visit.say(CHANGED_MIND) if visit.one("changed_mind") else ""
    record_answer(visit.case, record, changed_mind=mind)
    visit.desk.tray[_SAID] = _effect(visit, record)
    return _again(visit, root)


def _known(visit: Visit) -> bool:
    lists = (("recipient", RECIPIENTS), ("use", USES), ("how", CONSENT_HOW))
    return all(visit.one(name) in terms.terms for name, terms in lists)


def _day(visit: Visit) -> PartialDate | None:
    try:
        return parse_date(visit.one("day"), visit.language)
    except DateError:
        return None


def _effect(visit: Visit, record: Consent) -> Said:
    if record.answer != YES:
        return Said(_("Saved. This refusal wins over any yes."), {})
    still = denied_still(visit.case, record, today())
    if not still:
        return Said(_("Saved. It can be taken back at any time."), {})
    return Said(
        _("Saved, but it does not allow this yet:"),
        {SHAREABLE.terms[what].label: said.why for what, said in still.items()},
    )


def _withdraw(visit: Visit) -> Reply:
    """Take back the consents that share recipient and use with the one chosen."""
    root, chosen = _whose(visit), visit.one("consent")
    for view in asked(visit.db, root).consents:
        if view.root == chosen:
            for told in view.told("recipient"):
                for use in view.each("uses"):
                    take_back(visit.case, root, told.value, use, today())
    text = _("Taken back. What was given out before cannot be called back.")
    visit.desk.tray[_SAID] = Said(text, {})
    return _again(visit, root)


def _again(visit: Visit, root: str) -> Redirect:
    back = ",".join(people_in(visit.db, visit.one("for")))
    way = _way(visit)
    told = [f"for={back}"] if back else []
    if (way.recipient, way.use) != (RECIPIENT, COMPLAINT):
        told += [f"to={way.recipient}", f"use={way.use}"]
    told += [f"publication={way.publication}"] if way.publication else []
    return Redirect(f"/people/{root}/consent" + ("?" + "&".join(told) if told else ""))


ways = (
    get("/people/{root}/consent", _ask),
    post("/people/{root}/consent", _answer),
    post("/people/{root}/withdraw", _withdraw),
)
