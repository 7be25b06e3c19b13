"""Proposes pairs across and within lists and keeps them in the index until someone answers."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from panoh.analysis.same.blocking import candidates
from panoh.analysis.same.evidence import may_be_one, weigh
from panoh.analysis.same.features import Features, all_features
from panoh.analysis.same.level import level, reasons, score
from panoh.casebook.pairs import LIKELY, POSSIBLE, Proposal, keep_proposals
from panoh.casebook.record import Case
from panoh.model.messages import mark as _

Progress = Callable[[int, int], None]


def unseen(_done: int, _all: int) -> None:
    """Nobody watches the progress."""


def propose_people(case: Case, progress: Progress = unseen) -> list[Proposal]:
    """Compare everybody, keep what may be one person as proposals, and return them.

    1. gather features; 2. tie the mentions that one list makes in the same words; 3. compare the
    candidates; 4. keep the proposals in the place of the earlier ones.
    """
    people = all_features(case.vault.db)
    ties, rest = _mentions(people)
    found = [*ties, *compare_all(rest, progress)]
    keep_proposals(case.vault.db, "person", found)
    return found


def compare_all(people: Sequence[Features], progress: Progress = unseen) -> Iterator[Proposal]:
    """A proposal for every candidate pair whose evidence reaches a level."""
    pairs = sorted(candidates(people))
    for done, (one, other) in enumerate(pairs):
        if done % 1000 == 0:
            progress(done, len(pairs))
        if not may_be_one(people[one], people[other]):
            continue
        evidence = weigh(people[one], people[other])
        reached = level(evidence)
        if reached:
            yield Proposal(
                people[one].root,
                people[other].root,
                "person",
                reached,
                score(evidence),
                tuple((text, ()) for text in reasons(evidence)),
            )
    progress(len(pairs), len(pairs))


def _mentions(people: Iterable[Features]) -> tuple[list[Proposal], list[Features]]:
    """Persons a list only names as somebody's kin, in the same words: each tied to the first.

    Only the first of them is compared further, with the kin of all: nine rows that name one exile
    are one question.
    """
    same_words: dict[tuple[frozenset[str], tuple[str, ...]], list[Features]] = defaultdict(list)
    rest = []
    for person in people:
        if person.mentioned:
            same_words[person.lists, person.written].append(person)
        else:
            rest.append(person)
    ties: list[Proposal] = []
    for (_lists, written), group in same_words.items():
        first, *others = sorted(group, key=lambda each: min(each.rows))
        rest.append(replace(first, kin=tuple(kin for each in group for kin in each.kin)))
        whole = all(len(text.split()) > 1 for text in written)
        ties.extend(
            Proposal(
                first.root,
                other.root,
                "person",
                LIKELY if whole else POSSIBLE,
                0.9,
                ((_("one list names them in the same words"), ()),),
            )
            for other in others
        )
    return ties, rest
