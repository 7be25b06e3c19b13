"""The wallet card: name, whom to call, health. No agreed words, no groups, no programs."""

from collections.abc import Iterator
from datetime import date

from panoh.emergency.cards import wording
from panoh.emergency.cards.content import Card, Fact, call, number_of
from panoh.emergency.errors import NothingToShow
from panoh.emergency.plan.reading import PlanFile
from panoh.network.contacts import ContactFile
from panoh.network.wording import languages

FIRST, SECOND = ("coordinator",), ("family_speaker", "support", "digital", "publicity")


def wallet_card(
    plan: PlanFile,
    language: str,
    day: date,
    *,
    named: bool = False,
    code: bool = False,
    health: bool = False,
) -> Card:
    """The card that a plan gives; raises NothingToShow where nobody can be called.

    `named` puts the names of those to call beside their numbers. `health` says that the person
    allowed it to stand there.
    """
    people = [who for who in _callable(plan, day) if number_of(who)]
    lawyers = [who for who in _holders(plan, ("lawyer",), day) if number_of(who)]
    if not people and not lawyers:
        raise NothingToShow
    front = [Fact("", plan.name, big=True)]
    labels = (wording.CALL_FIRST, wording.CALL_SECOND)
    for label, who in zip(labels, people, strict=False):
        front.append(call(label, who, named=named, big=label == wording.CALL_FIRST))
    if lawyers:
        front.append(call(wording.LAWYER, lawyers[0], named=named))
    first = number_of((people or lawyers)[0])
    asked = people[0].name if people and named else ""
    back = _back(plan, language, health=health, asked=asked)
    return Card(language, tuple(front), tuple(back), first if code else "")


def _back(plan: PlanFile, language: str, *, health: bool, asked: str) -> Iterator[Fact]:
    if health and plan.text("medical"):
        yield Fact(wording.HEALTH, plan.text("medical"))
    if plan.many("languages"):
        yield Fact(wording.LANGUAGES, languages(plan.many("languages"), language, str))
    if asked:
        yield Fact(wording.ASK, asked)


def _holders(plan: PlanFile, parts: tuple[str, ...], day: date) -> list[ContactFile]:
    """Those who take these parts, then those who step in; who no longer helps is left out."""
    able = [role.able(day) for part in parts for role in plan.role(part)]
    return [each[place] for place in (0, 1) for each in able if len(each) > place]


def _callable(plan: PlanFile, day: date) -> list[ContactFile]:
    """Whom to call, each once: first and second, lawyers apart."""
    lawyers = {who.root for who in _holders(plan, ("lawyer",), day)[:1]}
    found = {who.root: who for who in _holders(plan, (*FIRST, *SECOND), day)}
    return [who for root, who in found.items() if root not in lawyers]
