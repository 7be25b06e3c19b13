"""The wallet card: name, whom to call, health. No agreed words, no groups, no programs."""

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
    *,
    named: bool = False,
    code: bool = False,
    health: bool = False,
) -> Card:
    """The card that a plan gives; raises NothingToShow where nobody can be called.

    `named` puts the names of those to call beside their numbers. `health` says that the person
    allowed it to stand there.
    """
    people = [who for who in _callable(plan) if number_of(who)]
    lawyers = [who for who in _holders(plan, ("lawyer",)) if number_of(who)]
    if not people and not lawyers:
        raise NothingToShow
    front = [Fact("", plan.name, big=True)]
    labels = (wording.CALL_FIRST, wording.CALL_SECOND)
    for label, who in zip(labels, people, strict=False):
        front.append(call(label, who, named=named, big=label == wording.CALL_FIRST))
    if lawyers:
        front.append(call(wording.LAWYER, lawyers[0], named=named))
    back = []
    if health and plan.text("medical"):
        back.append(Fact(wording.HEALTH, plan.text("medical")))
    if plan.many("languages"):
        spoken = languages(plan.many("languages"), language, str)
        back.append(Fact(wording.LANGUAGES, spoken))
    if people and named:
        back.append(Fact(wording.ASK, people[0].name))
    first = number_of((people or lawyers)[0])
    return Card(language, tuple(front), tuple(back), first if code else "")


def _holders(plan: PlanFile, parts: tuple[str, ...]) -> list[ContactFile]:
    """Those who take these parts, then those who step in."""
    roles = [role for part in parts for role in plan.role(part)]
    found = [role.who for role in roles] + [role.substitute for role in roles]
    return [who for who in found if who]


def _callable(plan: PlanFile) -> list[ContactFile]:
    """Whom to call, each once: first and second, lawyers apart."""
    lawyers = {who.root for who in _holders(plan, ("lawyer",))[:1]}
    found = {who.root: who for who in _holders(plan, (*FIRST, *SECOND))}
    return [who for root, who in found.items() if root not in lawyers]
