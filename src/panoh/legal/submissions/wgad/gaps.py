"""What is missing, collected from the questions that nobody answered."""

from collections.abc import Iterable, Iterator

from panoh.legal.submissions.wgad.complaint import Argument, Fact, Gap, PersonPart
from panoh.legal.submissions.wgad.fields import SUBMITTER, WRITTEN

DECIDES = "the person, or whoever decides for them"
TRANSLATOR = "a translator who is trusted with it"


def gaps(persons: Iterable[PersonPart], argument: Argument) -> tuple[Gap, ...]:
    """Every gap once, with the numbers of the persons it concerns; what nobody wrote comes last."""
    found: dict[tuple[str, str], list[int]] = {}
    for person in persons:
        for what, who in _of_person(person):
            numbers = found.setdefault((what, who), [])
            if person.number not in numbers:
                numbers.append(person.number)
    of_persons = [Gap(what, who, tuple(numbers)) for (what, who), numbers in found.items()]
    return (*of_persons, *_unwritten(argument))


def _of_person(person: PersonPart) -> Iterator[tuple[str, str]]:
    for fact in person.facts():
        yield from _of_fact(fact)
    for language in dict.fromkeys(passage.to_translate for passage in person.passages()):
        if language:
            yield f"Translation of passages ({language})", TRANSLATOR


def _of_fact(fact: Fact) -> Iterator[tuple[str, str]]:
    if fact.withheld:
        yield f"Consent to pass on: {fact.label.lower()}", DECIDES
    if fact.to_translate:
        yield f"Translation: {fact.label.lower()} ({fact.to_translate})", TRANSLATOR
    if fact.contested and fact.ask:
        yield f"{fact.label}: which answer is right", fact.ask
    elif not (fact.known or fact.withheld) and fact.ask:
        yield fact.label, fact.ask


def _unwritten(argument: Argument) -> Iterator[Gap]:
    for label, field, who in WRITTEN:
        if not getattr(argument, field):
            yield Gap(label, who)
    if argument.urgent not in ("yes", "no"):
        yield Gap("Whether urgent action is asked", SUBMITTER)
