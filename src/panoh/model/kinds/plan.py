"""An emergency plan for one situation, who takes which part in it, and the tasks added to it."""

from typing import Annotated

import msgspec

from panoh.model.dates import PartialDate
from panoh.model.kinds.field import Field
from panoh.model.kinds.values import Mention
from panoh.model.messages import mark as _
from panoh.model.thesauri import ANSWERS, PARTS, PUBLICITY, SCENARIOS, SIDES, TIMES


class Rung(msgspec.Struct, frozen=True, omit_defaults=True):
    """One of the ways to talk: `step` of STEPS, a channel as entity or words, when to go on.

    `sign` says how the other is known again ("a question only she can answer"), never the answer.
    """

    step: str
    entity: str = ""
    text: str = ""
    offline: str = ""
    minutes: int = 0
    sign: str = ""
    tested: str = ""


class CodeWord(msgspec.Struct, frozen=True, omit_defaults=True):
    """What an agreed word means, who keeps it, when it is changed. The word itself has no place."""

    meaning: str
    kept_by: str = ""
    change_on: str = ""


class Account(msgspec.Struct, frozen=True, omit_defaults=True):
    """An account or device: who can act there and how; whether it must be kept as evidence."""

    what: str
    who: str = ""
    how: str = ""
    evidence: bool = False


class HardDate(msgspec.Struct, frozen=True, omit_defaults=True):
    """A day that nobody can move: a permit ends, an appeal must be in. `until` is an EDTF day."""

    what: str
    until: str


class Plan(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What is to be done in one situation of one person. `linked` is the plan of the other side."""

    person: Annotated[str, Field(_("For whom"), ref="person")] = ""
    scenario: Annotated[str, Field(_("Situation"), term=SCENARIOS)] = ""
    side: Annotated[str, Field(_("Side"), term=SIDES)] = ""
    linked: Annotated[str, Field(_("Plan of the other side"), ref="plan")] = ""
    country: Annotated[str, Field(_("Country"))] = ""
    languages: Annotated[tuple[str, ...], Field(_("Languages"))] = ()
    made: Annotated[PartialDate | None, Field(_("Made on"))] = None
    valid_until: Annotated[PartialDate | None, Field(_("Valid until"))] = None
    holders: Annotated[tuple[Mention, ...], Field(_("Who holds a copy"))] = ()
    signs: Annotated[str, Field(_("Signs that it has happened"), free=True)] = ""
    declare: Annotated[tuple[Mention, ...], Field(_("Who may declare it"))] = ()
    call_off: Annotated[tuple[Mention, ...], Field(_("Who may call it off"))] = ()
    proof: Annotated[str, Field(_("How proof of life is asked for"), free=True)] = ""
    false_alarm: Annotated[str, Field(_("If it was a false alarm"), free=True)] = ""
    identity: Annotated[str, Field(_("Where the identity papers are"), free=True)] = ""
    medical: Annotated[str, Field(_("Medical, in short"), free=True)] = ""
    medical_more: Annotated[str, Field(_("Medical, in full"), free=True)] = ""
    pace: Annotated[tuple[Rung, ...], Field(_("Ways to talk"))] = ()
    codes: Annotated[tuple[CodeWord, ...], Field(_("Agreed words"))] = ()
    first_hour: Annotated[str, Field(_("In the first hour"), free=True)] = ""
    accounts: Annotated[tuple[Account, ...], Field(_("Accounts and devices"))] = ()
    publicity: Annotated[str, Field(_("Publicity"), term=PUBLICITY)] = ""
    ask_first: Annotated[str, Field(_("Whom to ask first"), free=True)] = ""
    speaker: Annotated[str, Field(_("Who speaks"), free=True)] = ""
    statement: Annotated[str, Field(_("Draft of a statement"), free=True)] = ""
    never_publish: Annotated[str, Field(_("Never publish"), free=True)] = ""
    family_wishes: Annotated[str, Field(_("Wishes of the family"), free=True)] = ""
    agreed_on: Annotated[PartialDate | None, Field(_("Agreed on"))] = None
    script: Annotated[str, Field(_("What to say"), free=True)] = ""
    if_visited: Annotated[str, Field(_("If somebody comes to the door"), free=True)] = ""
    who_calls: Annotated[str, Field(_("Who calls them"), free=True)] = ""
    not_tell: Annotated[str, Field(_("What relatives must not know"), free=True)] = ""
    attorney: Annotated[str, Field(_("Power of attorney"), free=True)] = ""
    notify: Annotated[str, Field(_("Organisations to tell"), free=True)] = ""
    consular: Annotated[str, Field(_("May the consulate be told?"), term=ANSWERS)] = ""
    move_if: Annotated[str, Field(_("Leave if"), free=True)] = ""
    destinations: Annotated[str, Field(_("Where to, with rules of entry"), free=True)] = ""
    route_a: Annotated[str, Field(_("Route A"), free=True)] = ""
    route_b: Annotated[str, Field(_("Route B"), free=True)] = ""
    lodging: Annotated[str, Field(_("Who lends a place"), free=True)] = ""
    bag: Annotated[tuple[str, ...], Field(_("Bag that stands ready"))] = ()
    children: Annotated[str, Field(_("Children and custody papers"), free=True)] = ""
    money: Annotated[str, Field(_("Money"), free=True)] = ""
    stays: Annotated[str, Field(_("What stays or is destroyed"), free=True)] = ""
    arrival: Annotated[str, Field(_("Who waits at the other end"), free=True)] = ""
    status: Annotated[str, Field(_("Residence now"), free=True)] = ""
    status_until: Annotated[PartialDate | None, Field(_("Residence ends on"))] = None
    renewal: Annotated[str, Field(_("When and how to renew"), free=True)] = ""
    travel_document: Annotated[
        str, Field(_("Travel document: until when, and where it does not count"), free=True)
    ] = ""
    avoid: Annotated[str, Field(_("Countries to avoid"), free=True)] = ""
    evidence: Annotated[str, Field(_("Where the evidence for asylum is"), free=True)] = ""
    alternatives: Annotated[str, Field(_("Other permits"), free=True)] = ""
    dates: Annotated[tuple[HardDate, ...], Field(_("Days that cannot move"))] = ()
    packets: Annotated[str, Field(_("Sealed packets"), free=True)] = ""
    care: Annotated[tuple[Mention, ...], Field(_("Who looks after whom"))] = ()
    rest: Annotated[str, Field(_("Rest, and talking it over"), free=True)] = ""
    support: Annotated[str, Field(_("Somebody to talk to"), free=True)] = ""
    note: Annotated[str, Field(_("Note"), free=True)] = ""


class Role(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Who takes a part in a plan, and who steps in."""

    plan: Annotated[str, Field(_("Plan"), ref="plan")] = ""
    part: Annotated[str, Field(_("Part"), term=PARTS)] = ""
    who: Annotated[str, Field(_("Who"), ref="contact")] = ""
    substitute: Annotated[str, Field(_("Substitute"), ref="contact")] = ""
    confirmed: Annotated[PartialDate | None, Field(_("Confirmed on"))] = None
    ended: Annotated[PartialDate | None, Field(_("Ended on"))] = None
    note: Annotated[str, Field(_("Note"), free=True)] = ""


class Task(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A task that somebody added to a plan, beside those that every plan of its kind has."""

    plan: Annotated[str, Field(_("Plan"), ref="plan")] = ""
    at: Annotated[str, Field(_("When"), term=TIMES)] = ""
    what: Annotated[str, Field(_("What to do"), free=True)] = ""
    part: Annotated[str, Field(_("Part"), term=PARTS)] = ""
