"""What somebody is still writing: the form as it was last sent, sealed on this computer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import msgspec

from panoh.casebook.record import Case
from panoh.intake.story import saved
from panoh.model.ids import ENTITY_PATTERN, new_entity
from panoh.vault import Drafts
from panoh.vault.errors import DraftDamaged, DraftUnknown

Form = Mapping[str, Sequence[str]]

PAGE: Final = "record"
#: Fields that are about the sending, not about the story.
_ASIDE = frozenset(("do", "draft"))
_SHOWN = 90


class _Kept(msgspec.Struct, frozen=True):
    """A draft on the disk: of which page, the event its words will become, and the form."""

    page: str
    event: str
    form: dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft that can be read; `event` is the entity by which its words are found once saved."""

    event: str
    form: Form

    @property
    def story(self) -> str:
        """The words so far."""
        return next(iter(self.form.get("story", ())), "").replace("\r\n", "\n")


@dataclass(frozen=True, slots=True)
class Waiting:
    """A draft in the list: its first words, and when it was last kept; `""` if unreadable."""

    id: str
    kept: datetime
    begins: str
    readable: bool


def keep(drafts: Drafts, form: Form, ident: str = "") -> str:
    """Keep a form as a draft, or in place of that draft; returns its id.

    Raises DraftUnknown for one that was saved or dropped meanwhile.
    """
    event = open_draft(drafts, ident).event if ident else new_entity()
    told = {name: list(values) for name, values in form.items() if name not in _ASIDE}
    return drafts.keep(msgspec.json.encode(_Kept(PAGE, event, told)), ident)


def open_draft(drafts: Drafts, ident: str) -> Draft:
    """The draft of this id; raises DraftUnknown, DraftDamaged."""
    try:
        kept = msgspec.json.decode(drafts.read(ident), type=_Kept)
    except msgspec.MsgspecError:
        raise DraftUnknown from None
    if kept.page != PAGE or not ENTITY_PATTERN.fullmatch(kept.event):
        raise DraftUnknown
    return Draft(kept.event, kept.form)


def waiting(case: Case) -> list[Waiting]:
    """The drafts of this page, newest first; one whose words were saved already is removed."""
    drafts, found = case.vault.drafts, []
    for each in drafts.all():
        try:
            draft = open_draft(drafts, each.id)
        except DraftUnknown:
            continue
        except DraftDamaged:
            found.append(Waiting(each.id, each.kept, "", readable=False))
            continue
        if saved(case.vault.db, draft.event):
            drafts.drop(each.id)
        else:
            found.append(Waiting(each.id, each.kept, _beginning(draft.story), readable=True))
    return found


def _beginning(story: str) -> str:
    line = " ".join(story.split())
    return line if len(line) <= _SHOWN else line[:_SHOWN].rpartition(" ")[0] + " …"
