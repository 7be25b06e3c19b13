"""A publication as it is recorded: begun, written, read. What two members wrote is shown apart."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec

from panoh.advocacy.errors import LanguageUnknown, NoText, NoTitle, PublicationUnsure, TextTooLong
from panoh.casebook.consent.answers import Use
from panoh.casebook.index.reading import all_of, root_of, view_of
from panoh.casebook.record import Case, save, tell
from panoh.casebook.view import View
from panoh.model.ids import new_entity
from panoh.model.kinds import KINDS, Publication, Text
from panoh.model.languages import LANGUAGES
from panoh.model.messages import mark as _
from panoh.model.statement import Statement

APPEAL, PRESS, PAGE = "appeal", "press", "page"
PUBLIC, PUBLISHED, TALKS = "public", "publication", "advocacy"
#: Recipients who publish what they get; with all others it is talks behind closed doors.
OPEN = frozenset(("public", "press"))
#: Who receives a kind of publication, unless somebody says otherwise.
USUAL = {APPEAL: PUBLIC, PRESS: "press", PAGE: PUBLIC}
PARTS = {"title": _("Title"), "body": _("Text"), "points": _("Talking points")}
#: Letters that the parts of a text may have; a sheet of paper holds some 3,000.
LONGEST = {"title": 300, "body": 50_000, "points": 5_000}


@dataclass(frozen=True, slots=True)
class PublicationFile:
    """One publication. `unsure` are the fields that members wrote in two ways."""

    root: str
    type: str
    name: str
    texts: Mapping[str, Text]
    addressee: str
    recipient: str
    persons: tuple[str, ...]
    statements: tuple[str, ...]
    contact: str
    unsure: tuple[str, ...]

    def way(self, day: date) -> Use:
        """The way out that it takes."""
        use = PUBLISHED if self.recipient in OPEN else TALKS
        return Use(self.recipient, use, day, self.root)

    def text(self, language: str) -> Text:
        """Its text in a language; raises NoText, PublicationUnsure."""
        self.sure()
        if language not in self.texts:
            raise NoText
        return self.texts[language]

    def sure(self) -> None:
        """Raise PublicationUnsure where it is told in two ways: nobody chose one yet."""
        if self.unsure:
            raise PublicationUnsure(field=KINDS["publication"].fields[self.unsure[0]].note.label)

    def whole(self) -> None:
        """Raise NoText, NoTitle, PublicationUnsure where files cannot be made of it yet."""
        self.sure()
        if not self.texts:
            raise NoText
        for language, text in self.texts.items():
            if not text.title.strip():
                raise NoTitle(language=LANGUAGES[language].name)


def publication(db: Any, entity: str) -> PublicationFile:
    """One publication as it stands."""
    view = view_of(db, entity)
    told, unsure = _settled(view)
    type_ = str(told.get("type", ""))
    return PublicationFile(
        root=view.root,
        type=type_,
        name=str(told.get("name", "")),
        texts={each.language: each for each in told.get("texts", ())},
        addressee=str(told.get("addressee", "")),
        recipient=str(told.get("recipient", "")) or USUAL.get(type_, PUBLIC),
        persons=tuple(dict.fromkeys(root_of(db, each) for each in told.get("persons", ()))),
        statements=tuple(told.get("statements", ())),
        contact=str(told.get("contact", "")),
        unsure=unsure,
    )


def publications(db: Any, type_: str = "") -> list[PublicationFile]:
    """Every publication, or those of one kind, by name."""
    found = [publication(db, view.root) for view in all_of(db, "publication")]
    kept = [each for each in found if not type_ or each.type == type_]
    return sorted(kept, key=lambda each: (each.name, each.root))


def begin(case: Case, record: Publication) -> str:
    """A new publication; returns its entity."""
    about = new_entity()
    save(case, [tell(case, record, about)])
    return about


def write(case: Case, root: str, told: Mapping[str, Any]) -> None:
    """Tell some fields anew in place of all that stands there; the history keeps what stood."""
    view = view_of(case.vault.db, root)
    now, unsure = _settled(view)
    changed = {
        name: value
        for name, value in told.items()
        if name in unsure or value != now.get(name, type(value)())
    }
    if changed:
        save(case, [_anew(case, view, changed)])


def write_text(case: Case, root: str, text: Text) -> None:
    """Write the text in one language; the other languages stay as they are.

    A text without any words is none: the language goes. Raises TextTooLong, LanguageUnknown.
    """
    _fits(text)
    standing = publication(case.vault.db, root)
    texts = {**standing.texts, text.language: text}
    if not (text.title or text.body or text.points):
        del texts[text.language]
    write(case, root, {"texts": tuple(texts[language] for language in sorted(texts))})


def _fits(text: Text) -> None:
    if text.language not in LANGUAGES:
        raise LanguageUnknown
    told = {"title": text.title, "body": text.body, "points": "\n".join(text.points)}
    for part, most in LONGEST.items():
        if len(told[part]) > most:
            raise TextTooLong(field=PARTS[part], most=most)


def _anew(case: Case, view: View, changed: Mapping[str, Any]) -> Statement:
    replaces = [(each.id, name) for name in changed for each in view.told(name)]
    statement = tell(case, Publication(**changed), view.root, replaces=replaces)
    # A record leaves out what is empty; here that it is empty is what is told.
    fields = {name: msgspec.Raw(msgspec.json.encode(value)) for name, value in changed.items()}
    return msgspec.structs.replace(statement, fields=fields)


def _settled(view: View) -> tuple[dict[str, Any], tuple[str, ...]]:
    """What is told once or alike; what two members wrote is never put together into one text."""
    values = {name: [each.value for each in told] for name, told in view.fields.items()}
    same = {name: all(each == found[0] for each in found) for name, found in values.items()}
    settled = {name: found[0] for name, found in values.items() if found and same[name]}
    unsure = (name for name, alike in same.items() if not alike)
    return settled, tuple(sorted({*unsure, *view.unread} & KINDS["publication"].fields.keys()))
