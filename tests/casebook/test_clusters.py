"""Joining: what `same` connects is one, a `different` inside suspends, undoing gives back."""

from hypothesis import given
from hypothesis import strategies as st

from panoh.casebook.clusters import Verdict, cluster, components

names = st.sampled_from("abcdefgh")
verdicts = st.lists(
    st.builds(
        Verdict,
        id=st.uuids().map(str),
        a=names,
        b=names,
        verdict=st.sampled_from(["same", "different", "unsure"]),
    ).filter(lambda v: v.a != v.b),
    max_size=14,
)


def test_two_judgements_make_one_of_three() -> None:
    clusters = cluster([Verdict("1", "b", "c", "same"), Verdict("2", "a", "b", "same")])
    assert clusters.root == {"a": "a", "b": "a", "c": "a"}


def test_a_different_inside_a_cluster_shows_all_of_it_apart() -> None:
    clusters = cluster(
        [
            Verdict("1", "a", "b", "same"),
            Verdict("2", "b", "c", "same"),
            Verdict("3", "a", "c", "different"),
        ]
    )
    assert clusters.root == {}
    assert clusters.suspended == {"a", "b", "c"}


def test_unsure_joins_nobody() -> None:
    assert cluster([Verdict("1", "a", "b", "unsure")]).root == {}


@given(verdicts, st.randoms())
def test_the_order_of_judgements_never_matters(told: list[Verdict], order: object) -> None:
    shuffled = list(told)
    order.shuffle(shuffled)  # type: ignore[attr-defined]
    assert cluster(told) == cluster(shuffled)


@given(verdicts)
def test_nobody_is_in_one_cluster_with_someone_judged_different(told: list[Verdict]) -> None:
    root = cluster(told).root
    for each in told:
        if each.verdict == "different":
            assert root.get(each.a, each.a) != root.get(each.b, each.b)


@given(verdicts)
def test_only_what_same_connects_is_joined(told: list[Verdict]) -> None:
    joined = {
        frozenset((a, b))
        for group in components((v.a, v.b) for v in told if v.verdict == "same")
        for a in group
        for b in group
    }
    root = cluster(told).root
    for a in root:
        for b in root:
            if root[a] == root[b]:
                assert frozenset((a, b)) in joined
