"""One contact: their time now, channels with keys, what is told; noting that they were reached."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from panoh.casebook.index.reading import root_of, view_of
from panoh.casebook.wording import DIFFERS, Wording, title_of
from panoh.model.dates import PartialDate
from panoh.model.errors import PanohError
from panoh.model.kinds import KINDS, Contact
from panoh.model.messages import mark as _
from panoh.model.thesauri import CHANNELS, KEY_CHECKS, PARTS, REACHED
from panoh.network import wording
from panoh.network.contacts import ChannelFile, ContactFile, contact, parts_of
from panoh.network.telling import Way, add_channel, attempt, change
from panoh.web.days import day_of
from panoh.web.network.groups import GROUPS
from panoh.web.network.row import Row, row_of
from panoh.web.page import Page, Redirect, Reply
from panoh.web.routes import get, post
from panoh.web.visit import Visit

#: Told elsewhere on the page.
_ASIDE = ("names", "helps")


class NoContact(PanohError):
    """No contact has this identifier."""

    code: ClassVar[str] = "no-contact"
    message: ClassVar[str] = "No contact is recorded under this address."
    hint: ClassVar[str] = "Look for them in the list of the network."


@dataclass(frozen=True, slots=True)
class Channel:
    """One way to a contact: its key in words, the one verified, the one seen if it differs."""

    root: str
    label: str
    address: str
    state: str
    key: str
    verified: str
    how: str
    seen: str
    last: str
    avoid: str
    hours: str
    closed: bool


@dataclass(frozen=True, slots=True)
class Told:
    """What is told in one group of fields, where it is changed, and whether that is all of it."""

    code: str
    label: str
    facts: Sequence[tuple[str, str]]


@dataclass(frozen=True, kw_only=True)
class ContactPage(Page):
    """One contact. `wrong` names a channel whose note could not be read, and `refused` why."""

    template: ClassVar[str] = "network/contact.html"
    title: ClassVar[str] = _("A contact")
    area: ClassVar[str] = "network"
    row: Row
    names: Sequence[str]
    facts: Sequence[Told]
    parts: Sequence[tuple[str, str, str]]
    channels: Sequence[Channel]
    types: Mapping[str, str]
    outcomes: Mapping[str, str]
    checks: Mapping[str, str]
    today: str
    recorded_as: tuple[str, str]
    refused: PanohError | None = None


def _contact(visit: Visit) -> Reply:
    return _page(visit, meant(visit))


def meant(visit: Visit) -> ContactFile:
    """The contact that an address names; raises NoContact."""
    root = root_of(visit.db, visit.path["root"])
    if view_of(visit.db, root).kind != "contact":
        raise NoContact
    return contact(visit.db, root)


def _page(visit: Visit, each: ContactFile, refused: PanohError | None = None) -> ContactPage:
    now, words = visit.case.clock(), Wording(visit.language)
    return ContactPage(
        row=row_of(each, visit.language, now),
        names=[name.text for name in each.view.each("names") if name.text != each.name],
        facts=_facts(visit, each),
        parts=list(_parts(visit, each)),
        channels=[_channel(channel, words) for channel in each.channels],
        types=_labels(visit, CHANNELS),
        outcomes=_labels(visit, REACHED),
        checks=_labels(visit, KEY_CHECKS),
        today=words.day(PartialDate(now.date().isoformat())),
        recorded_as=(each.who, title_of(visit.db, each.who)) if each.who else ("", ""),
        refused=refused,
        status=422 if refused else 200,
    )


def _labels(visit: Visit, thesaurus: Any) -> dict[str, str]:
    return {code: visit.say(term.label) for code, term in thesaurus.terms.items()}


def _facts(visit: Visit, each: ContactFile) -> list[Told]:
    """What is told, group by group; where it differs, all of it side by side."""
    return [
        Told(group.code, group.label, list(_group(visit, each, group.fields))) for group in GROUPS
    ]


def _group(visit: Visit, each: ContactFile, fields: Sequence[str]) -> Iterator[tuple[str, str]]:
    for name in fields:
        texts = [value_of(visit, name, one) for one in each.view.told(name)]
        text = DIFFERS.join(dict.fromkeys(filter(None, texts)))
        if text and name not in _ASIDE:
            yield visit.say(KINDS["contact"].fields[name].note.label), text


def value_of(visit: Visit, name: str, told: Any) -> str:
    """One told value of a field in words."""
    spec, words = KINDS["contact"].fields[name], Wording(visit.language)
    if name == "languages":
        return wording.languages(told.value, visit.language, visit.say)
    if name == "country":
        return wording.country(told.value, visit.language)
    if spec.note.ref:
        return title_of(visit.db, told.value)
    return words.value(told, spec)


def _parts(visit: Visit, each: ContactFile) -> Iterator[tuple[str, str, str]]:
    """The parts they have in the plans: the plan, the part, for whom."""
    for view in parts_of(visit.db, each):
        part = next((told.value for told in view.told("part")), "")
        plan = next((told.value for told in view.told("plan")), "")
        if plan:
            person = next((told.value for told in view_of(visit.db, plan).told("person")), "")
            name = title_of(visit.db, person) if person else ""
            yield root_of(visit.db, plan), PARTS.label(part, visit.say), name


def _channel(each: ChannelFile, words: Wording) -> Channel:
    key, last = each.key, each.last_reached
    how = [KEY_CHECKS.label(key.checked, words.say), key.checked_by]
    when = words.day(key.when) if key.when else ""
    return Channel(
        root=each.root,
        label=CHANNELS.label(each.type, words.say),
        address=each.address,
        state=key.state,
        key=wording.KEY_STATES[key.state],
        verified=key.verified,
        how=", ".join(filter(None, [*how, when])) if key.verified else "",
        seen=key.seen if key.seen != key.verified else "",
        last=words.day(PartialDate(last.isoformat())) if last else "",
        avoid=each.avoid,
        hours=each.hours,
        closed=each.closed,
    )


def _reach(visit: Visit) -> Reply:
    """Note one attempt on a channel, with the key that was seen and how it was checked."""
    each = meant(visit)
    chosen = [one for one in each.channels if one.root == visit.one("channel")]
    if not chosen:
        return Redirect(f"/network/{each.root}")
    typed = visit.one("day")
    try:
        today = visit.case.clock().date()
        day = day_of(typed, visit.language) if typed else today
        attempt(
            visit.case,
            chosen[0],
            visit.one("outcome") or "unknown",
            day,
            key=visit.one("key"),
            checked=visit.one("checked"),
            by=visit.one("by"),
        )
    except PanohError as error:
        return _page(visit, each, error)
    return Redirect(f"/network/{each.root}")


def _add(visit: Visit) -> Reply:
    """One more channel."""
    each = meant(visit)
    if visit.one("address"):
        try:
            add_channel(visit.case, each, Way(visit.one("type") or "unknown", visit.one("address")))
        except PanohError as error:
            return _page(visit, each, error)
    return Redirect(f"/network/{each.root}")


def _leave(visit: Visit) -> Reply:
    """They no longer help from today on."""
    each = meant(visit)
    today = PartialDate(visit.case.clock().date().isoformat())
    change(visit.case, each.root, Contact(left=today))
    return Redirect(f"/network/{each.root}")


ways = (
    get("/network/{root}", _contact),
    post("/network/{root}/reach", _reach),
    post("/network/{root}/channel", _add),
    post("/network/{root}/left", _leave),
)
