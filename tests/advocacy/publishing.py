"""Publications as tests tell them: an appeal for Jamshed, and three who are asked to sign it."""

from dataclasses import dataclass

from tests.casebook.building import consent, person

from panoh.advocacy.publications import APPEAL, PublicationFile, begin, publication
from panoh.advocacy.signing import SIGNED, answer, ask
from panoh.casebook.record import Case
from panoh.model.kinds import Publication, Text

ENGLISH = Text("en", "Let Jamshed Saidov go", "Jamshed Saidov is held since May.\nRelease him.")
RUSSIAN = Text("ru", "Отпустите Джамшеда Саидова", "Джамшеда Саидова держат с мая.")


@dataclass(frozen=True)
class Signing:
    """An appeal for Jamshed; Gulnora, Farrukh and Anvar were asked to sign it."""

    root: str
    jamshed: str
    gulnora: str
    farrukh: str
    anvar: str

    def file(self, case: Case) -> PublicationFile:
        return publication(case.vault.db, self.root)


def signing(case: Case, *texts: Text) -> Signing:
    """The appeal, with a yes of Jamshed to be named in public; nobody has signed yet."""
    jamshed = person(case, "Ҷамшед Саидов", born="1985")
    consent(
        case, jamshed, recipient="public", what=("name", "facts", "place"), uses=("publication",)
    )
    people = [
        person(case, name, born="1980")
        for name in ("Гулнора Назарова", "Фаррух Бобоев", "Анвар Холов")
    ]
    root = begin(
        case,
        Publication(
            type=APPEAL, name="Jamshed", texts=texts or (ENGLISH, RUSSIAN), persons=(jamshed,)
        ),
    )
    for who, shown in zip(
        people, ("Gulnora Nazarova", "Farrukh Boboev", "Anvar Kholov"), strict=True
    ):
        ask(case, publication(case.vault.db, root), who, shown)
    return Signing(root, jamshed, *people)


def all_sign(case: Case, told: Signing) -> None:
    """All three say yes."""
    for who in (told.gulnora, told.farrukh, told.anvar):
        answer(case, told.file(case), who, SIGNED)
