"""One way to a contact: every key and attempt, and changing it. An old key is never overwritten."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from panoh.casebook.index.reading import root_of, view_of
from panoh.casebook.wording import Wording
from panoh.model.errors import PanohError
from panoh.model.kinds import Channel
from panoh.model.messages import mark as _
from panoh.model.thesauri import CHANNELS, KEY_CHECKS, REACHED
from panoh.network import wording
from panoh.network.contacts import ChannelFile, ContactFile, channel, contact
from panoh.network.keys import Attempt, same_form
from panoh.network.telling import Way, amend, attempt, move_channel
from panoh.web.forms import Entry, Fault, entries, read
from panoh.web.network.contact import NoContact
from panoh.web.page import Page, Redirect, Reply
from panoh.web.routes import get, post
from panoh.web.visit import Visit

#: What says where somebody is reached; another one is another way.
_PLACE = ("type", "address")
_REST = ("rank", "hours", "avoid", "offline", "closed", "note")


@dataclass(frozen=True, slots=True)
class Tried:
    """One attempt in words: when, what came of it, the key seen and how it was checked."""

    when: str
    outcome: str
    key: str
    checked: str


@dataclass(frozen=True, kw_only=True)
class WayPage(Page):
    """One way, its key as far as it is known, every attempt, and its fields to change."""

    template: ClassVar[str] = "network/way.html"
    title: ClassVar[str] = _("A way to reach somebody")
    area: ClassVar[str] = "network"
    root: str
    of: str
    name: str
    label: str
    address: str
    state: str
    key: str
    known: str
    tried: Sequence[Tried]
    entries: Sequence[Entry]
    faults: Sequence[Fault] = ()
    refused: PanohError | None = None


def _meant(visit: Visit) -> tuple[ContactFile, ChannelFile]:
    root = root_of(visit.db, visit.path["way"])
    if view_of(visit.db, root).kind != "channel":
        raise NoContact
    found = channel(visit.db, root)
    of = next((told.value for told in found.view.told("contact")), "")
    return contact(visit.db, of), found


def _way(visit: Visit) -> Reply:
    return _page(visit, *_meant(visit))


def _page(
    visit: Visit,
    of: ContactFile,
    each: ChannelFile,
    faults: Sequence[Fault] = (),
    refused: PanohError | None = None,
) -> WayPage:
    words, wrong = Wording(visit.language), bool(faults or refused)
    record = Channel(**{
        name: each.view.told(name)[-1].value for name in (*_PLACE, *_REST) if each.view.told(name)
    })  # fmt: skip
    return WayPage(
        root=each.root,
        of=of.root,
        name=of.name,
        label=CHANNELS.label(each.type, visit.say),
        address=each.address,
        state=each.key.state,
        key=wording.KEY_STATES[each.key.state],
        known=visit.one("key") if wrong else _known(each),
        tried=[_tried(one, words) for one in reversed(each.attempts)],
        entries=entries(
            "channel",
            (*_PLACE, *_REST),
            visit.language,
            record=record,
            form=visit.form if wrong else None,
            faults=faults,
        ),
        faults=faults,
        refused=refused,
        status=422 if wrong else 200,
    )


def _known(each: ChannelFile) -> str:
    """The key seen last; where none was seen, nothing."""
    return each.key.seen or each.key.verified


def _tried(one: Attempt, words: Wording) -> Tried:
    how = [KEY_CHECKS.label(one.checked, words.say) if one.checked else "", one.checked_by]
    return Tried(
        when=words.day(one.when) if one.when else "",
        outcome=REACHED.label(one.outcome, words.say),
        key=one.key,
        checked=", ".join(filter(None, how)),
    )


def _save(visit: Visit) -> Reply:
    """Save what was changed. Another address is another way; another key is one more attempt."""
    of, each = _meant(visit)
    sent = read("channel", (*_PLACE, *_REST), visit.form, visit.language)
    if sent.faults:
        return _page(visit, of, each, sent.faults)
    try:
        told, root = sent.record(Channel), each.root
        amend(visit.case, root, told, _REST)
        if told.address and (told.type, told.address) != (each.type, each.address):
            way = Way(told.type or "unknown", told.address)
            root = move_channel(visit.case, of, channel(visit.db, root), way)
        _note_key(visit, channel(visit.db, root), visit.one("key"), _known(each))
    except PanohError as error:
        return _page(visit, of, each, refused=error)
    return Redirect(f"/network/{of.root}")


def _note_key(visit: Visit, each: ChannelFile, key: str, before: str) -> None:
    """A key that is not the one shown before was seen now; nobody has checked it."""
    if key and same_form(key) != same_form(before):
        attempt(visit.case, each, "unknown", visit.case.clock().date(), key=key)


ways = (get("/network/ways/{way}", _way), post("/network/ways/{way}", _save))
