"""What the example says in public: an appeal, a press sheet, a page, answers, days."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from panoh.advocacy.answers import note_answer
from panoh.advocacy.counted import FACTS, STATISTICS
from panoh.advocacy.giving import give_publication, made
from panoh.advocacy.occasions import add_occasion
from panoh.advocacy.publications import (
    APPEAL,
    PAGE,
    PRESS,
    PUBLIC,
    PUBLISHED,
    USUAL,
    begin,
    publication,
)
from panoh.advocacy.signing import answer, ask
from panoh.casebook.consent.gate import GateClosed
from panoh.casebook.index.reading import root_of
from panoh.casebook.record import Case, save, tell
from panoh.demo.files import read
from panoh.demo.rows import Taken
from panoh.model.dates import PartialDate
from panoh.model.kinds import Consent, Occasion, Publication, Response, Text
from panoh.network.contacts import contacts

_DAYS = ("register_by", "begins")


def publish(case: Case, taken: Taken, folder: Path) -> tuple[Path, ...]:
    """Make the appeal, give it out twice, the second time without who withdrew; then the rest."""
    told = read("published.json")
    _count(case, taken, told["counted"])
    appeal, leaving = _appeal(case, told["appeal"])
    first = _give(case, appeal, folder / "appeal-first")
    for who, said in leaving:
        answer(case, publication(case.vault.db, appeal), who, said)
    again = _give(case, appeal, folder / "appeal-again")
    page = _give(case, _page(case, taken, told["page"]), folder / "page")
    press = _give(case, _press(case, told["press"]), folder / "press")
    for each in told["answers"]:
        days = {"when": PartialDate(each["when"])}
        note_answer(case, Response(publication=appeal, **(each | days)))
    for each in told["days"]:
        days = {name: PartialDate(each[name]) for name in _DAYS}
        add_occasion(case, Occasion(**(each | days)))
    return (*first, *again, *page, *press)


def _appeal(case: Case, told: Mapping[str, Any]) -> tuple[str, list[tuple[str, str]]]:
    """The appeal with its answers; and what is answered after it went out, by whom."""
    root = begin(
        case,
        Publication(
            type=APPEAL,
            name=told["name"],
            addressee=told["addressee"],
            contact=told["contact"],
            texts=_texts(told["texts"]),
        ),
    )
    known = {each.name: each.root for each in contacts(case.vault.db)}
    for each in told["signers"]:
        found, who = publication(case.vault.db, root), known[each["contact"]]
        ask(case, found, who, each["shown"], each["beside"])
        for said in each["answers"]:
            answer(case, found, who, said)
    later = [(known[e["contact"]], e["later"]) for e in told["signers"] if "later" in e]
    return root, later


def _count(case: Case, taken: Taken, places: Sequence[Mapping[str, Any]]) -> None:
    """Those who allow the press and the public to count them without their names."""
    db = case.vault.db
    said = [
        Consent(
            person=root_of(db, taken.harmed(db, at)),
            answer="yes",
            recipient=recipient,
            what=(FACTS,),
            uses=(STATISTICS,),
            how="spoken",
        )
        for at in places
        for recipient in (USUAL[PRESS], PUBLIC)
    ]
    save(case, [tell(case, each) for each in said])


def _press(case: Case, told: Mapping[str, Any]) -> str:
    texts = _texts(told["texts"])
    record = Publication(type=PRESS, name=told["name"], contact=told["contact"], texts=texts)
    return begin(case, record)


def _page(case: Case, taken: Taken, told: Mapping[str, Any]) -> str:
    db = case.vault.db
    groups = {("name", "facts", "place"): told["named"], ("facts",): told["facts"]}
    people = {what: [root_of(db, taken.harmed(db, at)) for at in of] for what, of in groups.items()}
    said = [
        Consent(
            person=who,
            answer="yes",
            recipient=PUBLIC,
            what=what,
            uses=(PUBLISHED,),
            how="spoken",
        )
        for what, whom in people.items()
        for who in whom
    ]
    save(case, [tell(case, each) for each in said])
    acts = [act for of in groups.values() for at in of for act in taken.acts(db, at)]
    record = Publication(
        type=PAGE, name=told["name"], texts=_texts(told["texts"]), statements=tuple(acts)
    )
    return begin(case, record)


def _texts(told: Sequence[Mapping[str, Any]]) -> tuple[Text, ...]:
    return tuple(
        Text(each["language"], each["title"], each["body"], tuple(each.get("points", ())))
        for each in told
    )


def _give(case: Case, root: str, folder: Path) -> tuple[Path, ...]:
    """Through the gate; relatives share a surname, so the example's reviewer looks."""
    what = made(case, publication(case.vault.db, root), read("case.json")["banner"])
    given = give_publication(case, what, folder)
    if given.stops and all(stop.human for stop in given.stops):
        numbers = [stop.number for stop in given.stops]
        given = give_publication(case, what, folder, looked=numbers)
    if given.stops:
        raise GateClosed(count=len(given.stops))
    return given.paths
