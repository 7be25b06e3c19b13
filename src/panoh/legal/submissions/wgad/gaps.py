"""What is missing, collected from the questions that nobody answered."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from panoh.legal.submissions.wgad.complaint import Argument, Fact, Gap, PersonPart
from panoh.legal.submissions.wgad.fields import SUBMITTER, WRITTEN
from panoh.model.messages import mark as _

DECIDES = _("the person, or whoever decides for them")
TRANSLATOR = _("a translator who is trusted with it")

CONSENT = _("Consent to pass on: {field}")
PASSAGES = _("Translation of passages ({language})")
TRANSLATION = _("Translation: {field} ({language})")
WHICH = _("{field}: which answer is right")
URGENT = _("Whether urgent action is asked")


def gaps(persons: Iterable[PersonPart], argument: Argument) -> tuple[Gap, ...]:
    """Every gap once, with the numbers of the persons it concerns; what nobody wrote comes last."""
    found: dict[Gap, list[int]] = {}
    for person in persons:
        for gap in _of_person(person):
            numbers = found.setdefault(gap, [])
            if person.number not in numbers:
                numbers.append(person.number)
    of_persons = [replace(gap, persons=tuple(numbers)) for gap, numbers in found.items()]
    return (*of_persons, *_unwritten(argument))


def _of_person(person: PersonPart) -> Iterator[Gap]:
    for fact in person.facts():
        yield from _of_fact(fact)
    for language in dict.fromkeys(passage.to_translate for passage in person.passages()):
        if language:
            yield _gap(PASSAGES, TRANSLATOR, language=language)


def _of_fact(fact: Fact) -> Iterator[Gap]:
    if fact.withheld:
        yield _gap(CONSENT, DECIDES, field=fact.label)
    if fact.to_translate:
        yield _gap(TRANSLATION, TRANSLATOR, field=fact.label, language=fact.to_translate)
    if fact.contested and fact.ask:
        yield _gap(WHICH, fact.ask, field=fact.label)
    elif not (fact.known or fact.withheld) and fact.ask:
        yield _gap(fact.label, fact.ask)


def _unwritten(argument: Argument) -> Iterator[Gap]:
    for label, field, who in WRITTEN:
        if not getattr(argument, field):
            yield _gap(label, who)
    if argument.urgent not in ("yes", "no"):
        yield _gap(URGENT, SUBMITTER)


def _gap(said: str, who: str, **of: str) -> Gap:
    """A gap as the document tells it, with what it is made of for who reads another language."""
    inside = said in (CONSENT, TRANSLATION)
    words = {
        name: text.lower() if inside and name == "field" else text for name, text in of.items()
    }
    return Gap(said.format(**words), who, said=said, of=tuple(of.items()))
