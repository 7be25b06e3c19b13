"""What the network wants looked at: changed keys, silences, shared numbers, gaps."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from panoh.model.messages import mark as _
from panoh.model.todo import Target, Todo, Urgency
from panoh.network import worries
from panoh.network.contacts import helping
from panoh.network.worries import People
from panoh.vault import Vault

AREA = "network"


def todos(vault: Vault, now: datetime) -> list[Todo]:
    """Everything in the network that wants a person."""
    people = helping(vault.db, now.date())
    return [*_keys(people), *_aged(people, now), *_leaning(vault.db, people)]


def _keys(people: People) -> Iterator[Todo]:
    for said in worries.changed_keys(people):
        yield _todo(
            _("The key of {name} has changed. Write nothing there before you have checked it."),
            said.contact,
            Urgency.NOW,
        )


def _aged(people: People, now: datetime) -> Iterator[Todo]:
    for said in worries.silent(people, now.date()):
        if said.days is None:
            yield _todo(_("{name} was never reached. Try once."), said.contact, Urgency.LATER)
        else:
            text = _("{name} was not reached for {days} days. Try again.")
            yield _todo(text, said.contact, Urgency.SOON, days=said.days)
    for each in worries.due_for_review(people, now.date()):
        yield _todo(_("Look at the entry of {name} again."), each, Urgency.LATER)
    for each in worries.shares_unseen(people, now.date()):
        text = _("Ask {name} whether they still have their part of a key.")
        yield _todo(text, each, Urgency.LATER)
    for each in worries.without_zone(people, now):
        yield _todo(_("No time zone is known for {name}."), each, Urgency.LATER)
    for each in worries.not_asked(people):
        yield _todo(_("Ask {name} whether they agree to be listed."), each, Urgency.LATER)


def _leaning(db: Any, people: People) -> Iterator[Todo]:
    for shared in worries.shared_addresses(people):
        names = ", ".join(each.name for each in shared.contacts)
        yield Todo(
            area=AREA,
            text=_("One number stands with several contacts: {names}. Look whether that is right."),
            values={"names": names},
            urgency=Urgency.LATER,
            target=Target(AREA, shared.contacts[0].root),
        )
    for said in worries.laden(db, people):
        text = _("Much hangs on {name}: {parts} parts in the plans. Who could take one?")
        yield _todo(text, said.contact, Urgency.LATER, parts=said.parts)


def _todo(text: str, contact: Any, urgency: Urgency, **values: Any) -> Todo:
    return Todo(
        area=AREA,
        text=text,
        values={"name": contact.name} | values,
        urgency=urgency,
        target=Target(AREA, contact.root),
    )
