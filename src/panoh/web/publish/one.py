"""One publication: its texts, and what belongs to its kind: signatures, figures, acts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from panoh.advocacy.counted import LeftOut, answers, counted, left_out
from panoh.advocacy.figures import LEAST, figures_of, printed
from panoh.advocacy.gone import Gone, gone_of, gone_with, withdrew
from panoh.advocacy.publications import PublicationFile
from panoh.advocacy.signing import (
    ASKED,
    REFUSED,
    SIGNED,
    STATES,
    UNCLEAR,
    WITHDRAWN,
    Signatory,
    signatories,
)
from panoh.casebook.consent.answers import EVERYTHING, Use
from panoh.casebook.consent.watched import decides
from panoh.casebook.wording import Wording, title_of
from panoh.model.errors import PanohError
from panoh.model.kinds import KINDS as RECORDS
from panoh.model.kinds import Text
from panoh.model.languages import LANGUAGES
from panoh.model.messages import mark as _
from panoh.model.thesauri import RECIPIENTS
from panoh.web.page import Page, Reply
from panoh.web.people.person import today
from panoh.web.publish.meant import KINDS, Kind, meant
from panoh.web.publish.naming import Naming, namings
from panoh.web.publish.telling import Act, Teller, acts_of_page
from panoh.web.routes import get
from panoh.web.visit import Visit


@dataclass(frozen=True, slots=True)
class Went:
    """One time it went out: on which day, to whom, and the SHA-256 of each document."""

    when: str
    to: str
    documents: Sequence[str]


@dataclass(frozen=True, slots=True)
class Signer:
    """Somebody asked: how they are printed, what they said, what can be noted now."""

    root: str
    name: str
    shown: str
    state: str
    words: str
    why: str
    may: Sequence[str]
    consent: str


@dataclass(frozen=True, slots=True)
class Left:
    """Somebody who withdrew after it went out, and what went out with them."""

    root: str
    name: str
    went: Sequence[Went]


@dataclass(frozen=True, slots=True)
class Numbers:
    """The figures as they will be printed, and how many people are in none; shown to members."""

    rows: Sequence[tuple[str, str, str]]
    left_out: LeftOut
    least: int = LEAST


@dataclass(frozen=True, kw_only=True)
class OnePage(Page):
    """The publication. `people` and `tellers` are people of the name that was `typed`.

    `text` is what stands in the form: what is recorded, or what was sent and `refused`.
    """

    template: ClassVar[str] = "publish/one.html"
    title: ClassVar[str] = _("A publication")
    area: ClassVar[str] = "publish"
    root: str
    name: str
    kind: Kind
    to: str
    way: Use
    recipients: Mapping[str, str]
    written: Sequence[str]
    text: Text
    told: Mapping[str, str]
    labels: Mapping[str, str]
    unsure: Sequence[str]
    namings: Sequence[Naming]
    persons: Sequence[tuple[str, str]]
    signers: Sequence[Signer]
    signed: int
    numbers: Numbers | None
    acts: Sequence[Act]
    left: Sequence[Left]
    went: Sequence[Went]
    typed: str = ""
    people: Sequence[tuple[str, str, str]] = ()
    tellers: Sequence[Teller] = ()
    refused: PanohError | None = None


#: What can be noted of somebody, by what they said last.
_MAY = {
    ASKED: (SIGNED, REFUSED),
    SIGNED: (WITHDRAWN,),
    REFUSED: (SIGNED,),
    WITHDRAWN: (SIGNED,),
    UNCLEAR: (WITHDRAWN,),
}


def _show(visit: Visit) -> Reply:
    return page(visit, meant(visit), tongue=visit.query.get("in", ""))


def page(
    visit: Visit,
    found: PublicationFile,
    *,
    tongue: str = "",
    sent: Text | None = None,
    told: Mapping[str, str] | None = None,
    refused: PanohError | None = None,
    **more: Any,
) -> OnePage:
    """The page of a publication; its text in the language asked for, else in the reader's."""
    db, kind, words = visit.db, KINDS[found.type], Wording(visit.language)
    way = found.way(today())
    signers = [_signer(db, each) for each in signatories(db, found, today())]
    language = _language(found, tongue, visit.language)
    fields = RECORDS["publication"].fields
    return OnePage(
        root=found.root,
        name=found.name,
        kind=kind,
        to=RECIPIENTS.label(found.recipient, visit.say),
        way=way,
        recipients=_recipients(visit) if kind.choosable else {},
        written=tuple(found.texts),
        text=sent or found.texts.get(language, Text(language)),
        told=told or {name: getattr(found, name) for name in kind.lines},
        labels={name: fields[name].note.label for name in kind.lines},
        unsure=[fields[name].note.label for name in found.unsure],
        namings=namings(db, found, kind),
        persons=[(root, title_of(db, root)) for root in found.persons],
        signers=signers,
        signed=sum(each.state == SIGNED for each in signers),
        numbers=_numbers(visit, found) if kind.figures else None,
        acts=acts_of_page(db, found, words) if kind.acts else (),
        left=_left(db, found, words),
        went=list(_went(gone_of(db, found.root), words)),
        refused=refused,
        status=422 if refused else 200,
        **more,
    )


def _recipients(visit: Visit) -> dict[str, str]:
    """To whom it can be given; "everybody" is nobody whom anybody was asked about."""
    terms = RECIPIENTS.terms.items()
    return {code: visit.say(term.label) for code, term in terms if code != EVERYTHING}


def _language(found: PublicationFile, asked: str, reader: str) -> str:
    """The language asked for; else the reader's if it is written or nothing is; else the first."""
    if asked in LANGUAGES:
        return asked
    return reader if reader in found.texts or not found.texts else next(iter(found.texts))


def _signer(db: Any, each: Signatory) -> Signer:
    return Signer(
        root=each.root,
        name=each.name,
        shown=", ".join(filter(None, [each.shown, each.capacity])),
        state=each.state,
        words=STATES[each.state],
        why=each.why if each.state == UNCLEAR else "",
        may=_MAY[each.state],
        consent=decides(db, each.root),
    )


def _left(db: Any, found: PublicationFile, words: Wording) -> list[Left]:
    return [
        Left(root, title_of(db, root), list(_went(gone_with(db, root, found.root), words)))
        for root in sorted(withdrew(db, found, today()))
    ]


def _numbers(visit: Visit, found: PublicationFile) -> Numbers:
    said = answers(visit.db, found.way(today()))
    rows = [printed(each, visit.say) for each in figures_of(visit.db, counted(said))]
    return Numbers(rows, left_out(visit.db, said))


def _went(gone: Sequence[Gone], words: Wording) -> Iterator[Went]:
    for each in gone:
        yield Went(
            words.day(each.when), RECIPIENTS.label(each.recipient, words.say), each.documents
        )


ways = (get("/publish/{entity}", _show),)
