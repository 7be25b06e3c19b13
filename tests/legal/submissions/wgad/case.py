"""A case in a real vault: two sources tell about Ҷамшед, invented like everybody here."""

from dataclasses import dataclass
from typing import Any

from tests.casebook.building import source

from panoh.casebook.judge import judge_all
from panoh.casebook.record import Case, Context, save, tell
from panoh.model.dates import PartialDate
from panoh.model.ids import new_entity
from panoh.model.kinds import Act, IdentityDocument, Item, Link, Matter, Mention, Person, Status
from panoh.model.kinds.judging import SAME
from panoh.model.names import Name, NameKind
from panoh.model.places import Place
from panoh.model.statement import Origin

DIGEST = "5e" * 32
EXILE = "Фарҳод Ғуломқодиров"
STREET = "кӯчаи Анҷир 7"
PASSPORT = "A1234567"
TAJIK = "Ӯро шабона бурданд ва наворбардорӣ карданд."


@dataclass(frozen=True)
class Told:
    """The entities of the case by the part they play."""

    case: Case
    lola: str
    chinor: str
    father: str
    other_father: str
    exile: str
    act: str
    matter: str

    @property
    def db(self) -> Any:
        """The index."""
        return self.case.vault.db


def record(case: Case, what: Any, context: Context, row: int = 0, item: str = "") -> str:
    """Save one statement; returns its entity."""
    about = new_entity()
    origin = Origin(item, row) if item else None
    save(case, [tell(case, what, about, context, origin=origin)])
    return about


def told(case: Case) -> Told:
    """Two sources, one man in both lists, his son abroad, a passage in Tajik, a matter."""
    item = record(
        case,
        Item(digest=DIGEST, size=20311, media_type="text/csv", name="list from Lola.csv"),
        Context(),
    )
    lola = source(
        case,
        "Lola",
        name="Лола Раҷабзода",
        connection="relative",
        citation="described",
        described_as="a group of relatives",
    )
    chinor = source(case, "Chinor", connection="organisation")
    one, two = Context(lola, "tg"), Context(chinor, "en")
    exile = record(case, Person(names=(Name.of(EXILE),)), one)
    father = record(
        case,
        Person(
            names=(Name.of("Ғуломқодирзода", NameKind.SURNAME), Name.of("Ҷамшед", NameKind.GIVEN)),
            sex="male",
            born=PartialDate("1957"),
            addresses=(STREET,),
            documents=(IdentityDocument("passport", PASSPORT, ""),),
        ),
        one,
        4,
        item,
    )
    other = record(
        case, Person(names=(Name.of("Jamshed Ghulomqodirov"),), born=PartialDate("1956")), two
    )
    act = record(
        case,
        Act(
            victim=father,
            type="detention",
            when=PartialDate("2023-09-30"),
            places=(Place("Ҳисор"),),
            pressured=(Mention(exile, EXILE),),
            warrant="unknown",
            note=TAJIK,
        ),
        one,
        4,
        item,
    )
    second = record(
        case,
        Act(
            victim=other,
            type="detention",
            when=PartialDate("2023-10-01"),
            message="Tell your son to be silent.",
        ),
        two,
    )
    record(
        case, Act(victim=father, type="forced_video", pressured=(Mention("", EXILE),)), one, 4, item
    )
    record(case, Link(start=father, end=exile, relation="father"), one, 4, item)
    record(case, Status(person=other, state="held", when=PartialDate("2023-10-06")), two)
    judge_all(case, [(father, other), (act, second)], SAME, "born near, same place")
    matter = record(
        case,
        Matter(
            forum="wgad",
            submitter="Chinor Archive (invented)",
            categories=("V",),
            circumstances="He was taken.",
        ),
        Context(),
    )
    return Told(case, lola, chinor, father, other, exile, act, matter)
