"""Statements, their projection, and the words in them: dates and names."""

import tempfile
from pathlib import Path

from tests.security.parsers.parser import Finished, Parser, of_text
from tests.vault.support import CHEAP, PASSPHRASE

from panoh.casebook.hiding import hidden_naming
from panoh.casebook.index import CasebookIndex
from panoh.casebook.judge import retract
from panoh.casebook.people import people
from panoh.casebook.record import Case, save, tell
from panoh.model.dates import PartialDate, bounds, format_date, parse_date
from panoh.model.ids import new_entity
from panoh.model.kinds import Act, Judgement, Person, Retraction
from panoh.model.names import Name
from panoh.model.names.finder import NameFinder
from panoh.model.names.parse import parse as parse_name
from panoh.model.places import find_place
from panoh.model.statement import decode, encode
from panoh.vault import Vault


def statements() -> list[bytes]:
    case = Case(_vault()[0])
    person = tell(case, Person(names=(Name.of("Зарина Саломова"),), born=PartialDate("1969")))
    act = tell(case, Act(victim=person.about, type="detention", when=PartialDate("2023-09-30")))
    judged = Judgement(a=person.about, b=act.about, verdict="same", why="x")
    hidden = Retraction(statement="ab" * 32, why="x")
    told = [person, act, tell(case, judged), tell(case, hidden, person.about)]
    return [encode(one) for one in told]


def statement() -> Parser:
    return Parser(decode, statements())


def _vault() -> tuple[Vault, Path]:
    folder = Path(tempfile.mkdtemp())
    made = Vault.create(folder / "v", folder / "d", PASSPHRASE, CasebookIndex(), cost=CHEAP)
    return made.vault, folder


def projection() -> Parser:
    """What a member may save, whatever it is, must leave the vault open for everybody else."""
    vault, folder = _vault()
    case, named, saved = Case(vault), new_entity(), 0
    told = tell(case, Act(victim=named, type="detention"))
    retract(case, told.about, save(case, [told])[0], "a slip of the pen")

    def call(data: bytes) -> None:
        nonlocal saved
        body = data.replace(b"\n", b" ") or b"{}"
        vault.save([body])
        people(vault.db)
        assert hidden_naming(vault.db, [named]) == [told.about]
        saved += 1
        if saved % 100 == 0:
            Vault.rebuild(folder / "v", folder / "d", PASSPHRASE, CasebookIndex()).close()
            vault.close()
            raise Finished

    return Parser(call, statements())


def dates() -> Parser:
    def call(text: str) -> None:
        date = parse_date(text)
        bounds(date)
        format_date(date, "ru")

    seeds = ["30.09.2023", "1402/07/08", "сентябрь 2023", "2023-09/2023-10", "~1970", "03.04.05"]
    return Parser(of_text(call), [seed.encode() for seed in seeds])


def names() -> Parser:
    finder = NameFinder({"z": ["Зарина Саломова", "Zarina S."], "j": ["Ҷамшед Каримович"]})

    def call(text: str) -> None:
        text = text[:5000]
        Name.of(text[:250])
        parse_name(text)
        finder.find(text)
        find_place(text)

    return Parser(
        of_text(call), ["Саломова З. Ҷ.".encode(), "زرینه سلام".encode(), b"Zarina a-a'a"]
    )
