"""What was done, by whom, how the person is now and how it is known: words of the thesauri."""

from collections.abc import Iterator, Sequence

from panoh.intake.story.found import Found, Person, Words, gathered
from panoh.intake.story.frames import Told
from panoh.intake.story.people import is_teller, own_kin
from panoh.model.thesauri import ACTS


def acts_in(story: str, told: Sequence[Told]) -> tuple[Found[str], ...]:
    """The types of act a story tells, without those it says did not happen.

    Of two that the same words tell, the narrower is kept.
    """
    acts = [one for one in told if one.kind == "what" and one.so]
    pairs = [
        (one.code, _spot(story, one))
        for one in acts
        if not any(
            one.places & other.places and ACTS.is_under(other.code, one.code) for other in acts
        )
    ]
    return gathered(_shortest(pairs))


def doers_in(story: str, told: Sequence[Told]) -> tuple[Found[str], ...]:
    """Which kinds of body or person are named as those who did it."""
    return gathered(_shortest(list(_of("by", story, told))))


def states_in(story: str, told: Sequence[Told]) -> tuple[Found[str], ...]:
    """How somebody is said to be now: what is told last of being held and being released."""
    pairs = _shortest(list(_of("state", story, told)))
    last = {code: spot.start for code, spot in pairs if code in ("held", "released")}
    now = max(last, key=lambda code: last[code], default="")
    return gathered([pair for pair in pairs if pair[0] not in last or pair[0] == now])


def ways_in(
    story: str, told: Sequence[Told], people: Sequence[Found[Person]]
) -> tuple[Found[str], ...]:
    """How whoever tells it knows: in their words, or because it was done to them or kin."""
    pairs = list(_of("how", story, told))
    if any(one.kind in ("what", "state") and one.so for one in told):
        pairs += [("self", each.words[0]) for each in people if is_teller(each.value)]
        pairs += [("relative", spot) for spot in own_kin(story, people)]
    return gathered(_shortest(pairs))


def _shortest(pairs: list[tuple[str, Words]]) -> list[tuple[str, Words]]:
    """Of words that overlap and tell the same, the fewest: they are shown beside the proposal."""
    kept: list[tuple[str, Words]] = []
    for code, spot in sorted(pairs, key=lambda pair: pair[1].end - pair[1].start):
        if not any(code == other and spot.meets(there) for other, there in kept):
            kept.append((code, spot))
    return kept


def _of(kind: str, story: str, told: Sequence[Told]) -> Iterator[tuple[str, Words]]:
    for one in told:
        if one.kind == kind and one.so:
            yield one.code, _spot(story, one)


def _spot(story: str, one: Told) -> Words:
    return Words(one.start, one.end, story[one.start : one.end])
