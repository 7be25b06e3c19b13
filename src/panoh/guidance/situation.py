"""What a situation is made of, and the headings its parts stand under."""

from datetime import date

import msgspec

from panoh.model.messages import mark as _

#: Days after which a fact says that it should be looked up again.
LOOK_AGAIN = 90


class Source(msgspec.Struct, frozen=True):
    """A public page a fact rests on; `verified_on` is when it was read, as precise as is known."""

    title: str
    address: str
    verified_on: str

    def is_old(self, today: date) -> bool:
        """Whether it was read so long ago that somebody should look again before relying on it.

        Where only the month or the year is known, its first day counts.
        """
        read = date.fromisoformat((self.verified_on + "-01-01")[:10])
        return (today - read).days > LOOK_AGAIN


class Fact(msgspec.Struct, frozen=True):
    """Something that is so, and can change: a deadline, who answers, how a body takes letters.

    `contact` is a number or address, kept out of the words so that no translation can alter it.
    A fact that is not `confirmed` is shown with a warning and is never left out silently; it may
    lack a source, because nobody has read a page that says so.
    """

    text: str
    source: Source | None = None
    contact: str = ""
    confirmed: bool = True


class Step(msgspec.Struct, frozen=True):
    """One thing to do, or not to do: the verb first, two sentences at most, and perhaps why.

    `abroad` marks what endangers somebody who does it at home, where phones and visits are watched.
    """

    text: str
    why: str = ""
    abroad: bool = False
    facts: tuple[Fact, ...] = ()


class Situation(msgspec.Struct, frozen=True):
    """Where somebody stands, and what can be done: first hour, first day, first week.

    `home` is for somebody at home whose phone may be watched, where doing nothing is often best.
    `areas` and `see` are keys: the areas of the program that help, and the situations beside this.
    """

    key: str
    title: str
    opening: str
    hour: tuple[Step, ...]
    day: tuple[Step, ...]
    week: tuple[Step, ...]
    avoid: tuple[Step, ...]
    home: tuple[Step, ...]
    areas: tuple[str, ...]
    see: tuple[str, ...] = ()


#: The parts of a situation in the order they are shown, each with its heading.
PARTS = {
    "hour": _("The first hour"),
    "day": _("The first day"),
    "week": _("The first week"),
    "avoid": _("What not to do"),
    "home": _("If you are at home and your phone may be watched"),
}

WHAT_NOW = _("What now?")
ANY_STEP = _("One step at a time. You can leave out any of them.")
ABROAD = _("abroad")
ABROAD_MEANS = _("Steps marked “{mark}” can be seen at home. Leave them to somebody abroad.")
WHY = _("Why: {why}")
LOOKED_UP = _("Looked up: {when}. {source}")
OLD = _("That was more than 90 days ago. Check it before you rely on it.")
UNCONFIRMED = _("Not confirmed. Check it before you rely on it.")
HELPS = _("Where Panoh helps")
SEE = _("See also")
NO_ADVICE = _("This is not legal advice. A lawyer can see what a page cannot.")
NOT_REVIEWED = _("This translation has not been read by a native speaker yet.")
