"""Walking everything people read in the situations."""

from collections.abc import Iterator

from panoh.guidance import AREAS, SITUATIONS, Fact, Situation, Step, situation

HEADINGS = (
    *situation.PARTS.values(), situation.WHAT_NOW, situation.ANY_STEP, situation.ABROAD,
    situation.ABROAD_MEANS, situation.WHY, situation.LOOKED_UP, situation.UNCONFIRMED,
    situation.HELPS, situation.OLD, situation.SEE, situation.NO_ADVICE, situation.NOT_REVIEWED,
)  # fmt: skip


def steps(each: Situation) -> Iterator[tuple[str, Step]]:
    """Every step of a situation, with the part it stands in."""
    for part in situation.PARTS:
        for step in getattr(each, part):
            yield part, step


def all_steps() -> Iterator[tuple[Situation, str, Step]]:
    for each in SITUATIONS.values():
        for part, step in steps(each):
            yield each, part, step


def facts() -> list[Fact]:
    found = [fact for _situation, _part, step in all_steps() for fact in step.facts]
    return [fact for number, fact in enumerate(found) if fact not in found[:number]]


def texts() -> Iterator[str]:
    """Every msgid of the situations, the areas, the facts and the headings."""
    yield from HEADINGS
    yield from AREAS.values()
    for each in SITUATIONS.values():
        yield from (each.title, each.opening)
        for _part, step in steps(each):
            yield step.text
            if step.why:
                yield step.why
    for fact in facts():
        yield fact.text
