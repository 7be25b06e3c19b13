"""A complaint made by hand: every kind of answer, invented people."""

from dataclasses import replace
from datetime import date

from panoh.legal.submissions.wgad.complaint import (
    ActPart,
    Argument,
    Citation,
    Cited,
    Complaint,
    Deprivation,
    Fact,
    FileEntry,
    Gap,
    Passage,
    PersonPart,
    Value,
)
from panoh.legal.submissions.wgad.procedure import procedure

FAMILY = "the family, if asking is safe"


def fact(label: str, *values: str, contested: bool = False, notes: tuple[int, ...] = (1,)) -> Fact:
    """A question with its answers."""
    return Fact(label, tuple(Value(each, notes) for each in values), 2 if contested else 0, FAMILY)


def person(number: int, name: str) -> PersonPart:
    """A person with a contested date, an unknown warrant and a passage in Tajik."""
    return PersonPart(
        number,
        name,
        identity=(
            fact("As sources write it", "Ҷамшед Ғуломқодирзода", "Джамшед Гуломкодирзода"),
            fact("Sex", "male"),
            fact("Date of birth", "1956", "12 March 1957", contested=True, notes=(1, 2)),
            fact("Age when detained", "about 66"),
            fact("Nationality"),
            fact("Identity document"),
            fact("Occupation", "teacher (retired)"),
        ),
        deprivations=(
            Deprivation(
                "Arrest",
                arrest=(
                    fact(
                        "Date of arrest",
                        "30 September 2023",
                        "1 October 2023",
                        contested=True,
                        notes=(1, 2),
                    ),
                    fact("Place of arrest", "Қӯрғонтеппа, Khatlon"),
                    fact("Forces that carried it out", "State Committee for National Security"),
                    fact("Warrant or decision shown"),
                    fact("Meant to pressure", "a relative living abroad (name withheld)"),
                ),
                detention=(
                    fact("Held since"),
                    fact("Last told", "held, 6 October 2023"),
                    fact("Contact with family, lawyer or doctor"),
                ),
                passages=(
                    Passage(
                        "What is told",
                        "Ӯро шабона бурданд; ҳеҷ кас намедонад, ки дар куҷост.",
                        (1,),
                        "Tajik",
                    ),
                    Passage("What they were told", "Tell your son to be silent.", (2,)),
                ),
            ),
        ),
        other_acts=(
            ActPart(
                "filmed denunciation under coercion",
                (fact("Date", "2 October 2023"), fact("Place")),
            ),
        ),
    )


def complaint(*people: PersonPart) -> Complaint:
    """A whole complaint for these people, or for one."""
    persons = people or (person(1, "Jamshed Ghulomqodirzoda"),)
    everyone = tuple(each.number for each in persons)
    return Complaint(
        day=date(2023, 10, 23),
        persons=persons,
        argument=Argument(
            title="A father held after a protest abroad",
            submitter="Chinor Archive (invented)",
            circumstances="On 28 and 29 September 2023 exiles protested in Berlin.\n\n"
            "According to two sources, he was taken two days later.",
            categories=("I", "II", "V"),
            argument="The deprivation of liberty may amount to collective punishment.",
            requests="The submitter asks for an opinion.",
            urgent="unknown",
        ),
        gaps=(
            Gap("Warrant or decision shown", "the family; a lawyer at home", everyone),
            Gap("Internal steps and remedies", "the family, if asking is safe"),
        ),
        citations=(
            Citation(
                1,
                "a group of relatives",
                "row 4 of file 1",
                "Tajik",
                (Cited("person", "3f" * 32), Cited("act", "a0" * 32)),
            ),
            Citation(2, "a source whose identity is withheld", "", "", (Cited("act", "0b" * 32),)),
        ),
        files=(FileEntry("text/csv", 20311, "c4" * 32, (1,)),),
        procedure=procedure(),
    )


def several(count: int) -> Complaint:
    """A joint list."""
    return complaint(
        *(replace(person(place, f"Person Name {place}")) for place in range(1, count + 1))
    )
