"""One appeal: its texts, for whom it is, who was asked, who withdrew, and what went out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from panoh.advocacy.gone import Gone, gone_of, gone_with
from panoh.advocacy.publications import PublicationFile, write, write_text
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
from panoh.casebook.consent.watched import decides
from panoh.casebook.wording import Wording, title_of
from panoh.model.kinds import KINDS, Text
from panoh.model.languages import LANGUAGES
from panoh.model.messages import mark as _
from panoh.model.thesauri import RECIPIENTS
from panoh.web.page import Page, Redirect, Reply
from panoh.web.people.person import today
from panoh.web.publish.appeals import appeal_in
from panoh.web.routes import get, post
from panoh.web.visit import Visit

LINES = {"addressee": 500, "contact": 500}
_TITLE, _BODY = 500, 100_000


@dataclass(frozen=True, slots=True)
class Went:
    """One time it went out: on which day, to whom, and the SHA-256 of each document."""

    when: str
    to: str
    documents: Sequence[str]


@dataclass(frozen=True, slots=True)
class Signer:
    """Somebody asked: how they are printed, what they said, what can be noted now.

    `went` is what went out with them and cannot be called back, once they withdrew.
    """

    root: str
    name: str
    shown: str
    state: str
    words: str
    why: str
    may: Sequence[str]
    consent: str
    went: Sequence[Went]


@dataclass(frozen=True, kw_only=True)
class AppealPage(Page):
    """The appeal. `found` are people of the name that was typed; `typed` is that name."""

    template: ClassVar[str] = "publish/one.html"
    title: ClassVar[str] = _("Joint appeal")
    area: ClassVar[str] = "publish"
    root: str
    name: str
    texts: Mapping[str, Text]
    language: str
    told: Mapping[str, str]
    unsure: Sequence[str]
    persons: Sequence[tuple[str, str]]
    signers: Sequence[Signer]
    signed: int
    went: Sequence[Went]
    typed: str = ""
    found: Sequence[tuple[str, str, str]] = ()


#: What can be noted of somebody, by what they said last.
_MAY = {
    ASKED: (SIGNED, REFUSED),
    SIGNED: (WITHDRAWN,),
    REFUSED: (SIGNED,),
    WITHDRAWN: (SIGNED,),
    UNCLEAR: (WITHDRAWN,),
}


def _show(visit: Visit) -> Reply:
    return page(visit, appeal_in(visit), tongue=visit.query.get("in", ""))


def page(visit: Visit, appeal: PublicationFile, *, tongue: str = "", **more: Any) -> AppealPage:
    """The page of an appeal; its text in the language asked for, else in the reader's."""
    words = Wording(visit.language)
    told = signatories(visit.db, appeal, today())
    fields = KINDS["publication"].fields
    usual = visit.language if visit.language in appeal.texts or not appeal.texts else ""
    return AppealPage(
        root=appeal.root,
        name=appeal.name,
        texts=appeal.texts,
        language=tongue if tongue in LANGUAGES else usual or next(iter(appeal.texts)),
        told={"addressee": appeal.addressee, "contact": appeal.contact},
        unsure=[visit.say(fields[name].note.label) for name in appeal.unsure],
        persons=[(root, title_of(visit.db, root)) for root in appeal.persons],
        signers=[_signer(visit.db, appeal, each, words) for each in told],
        signed=sum(each.state == SIGNED for each in told),
        went=list(_went(gone_of(visit.db, appeal.root), words)),
        **more,
    )


def _signer(db: Any, found: PublicationFile, each: Signatory, words: Wording) -> Signer:
    withdrew = each.state == WITHDRAWN
    return Signer(
        root=each.root,
        name=each.name,
        shown=", ".join(filter(None, [each.shown, each.capacity])),
        state=each.state,
        words=STATES[each.state],
        why=each.why if each.state == UNCLEAR else "",
        may=_MAY[each.state],
        consent=decides(db, each.root),
        went=list(_went(gone_with(db, each.root, found.root), words)) if withdrew else [],
    )


def _went(gone: Sequence[Gone], words: Wording) -> Iterator[Went]:
    for each in gone:
        yield Went(
            words.day(each.when), RECIPIENTS.label(each.recipient, words.say), each.documents
        )


def _write(visit: Visit) -> Reply:
    """Keep the text in one language, and the lines that belong to all."""
    found = appeal_in(visit)
    tongue = visit.one("language")
    if tongue in LANGUAGES:
        body = visit.one("body").replace("\r\n", "\n")[:_BODY]
        write_text(visit.case, found.root, Text(tongue, visit.one("title")[:_TITLE], body))
    lines = {name: visit.one(name)[:most] for name, most in LINES.items()}
    write(visit.case, found.root, lines)
    return Redirect(f"/publish/{found.root}?in={tongue if tongue in LANGUAGES else ''}")


ways = (get("/publish/{entity}", _show), post("/publish/{entity}/text", _write))
