"""Replacing and retracting: what stands and which fields are live, whatever the order."""

import hashlib
import random

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from panoh.casebook.live import Recorded, live_fields, standing
from panoh.model.statement import Statement, encode, raw_fields

NISO, BAHOR = "source of Niso", "source of Bahor"


def recorded(
    fields: dict[str, object],
    *,
    source: str = NISO,
    about: str = "zarina",
    kind: str = "person",
    replaces: tuple[tuple[str, str], ...] = (),
    salt: int = 0,
) -> Recorded:
    """A statement with the identifier that its leaf would have."""
    statement = Statement(
        about=about,
        kind=kind,
        source=source,
        by="us",
        recorded=f"2023-10-01T12:00:{salt % 60:02}Z",
        fields=raw_fields(dict(fields)),
        replaces=replaces,
    )
    return Recorded(hashlib.sha256(encode(statement) + bytes([salt % 256])).hexdigest(), statement)


def retraction(target: Recorded, *, about: str = "zarina") -> Recorded:
    return recorded({"statement": target.id}, kind="retraction", about=about, source="")


def test_another_source_stands_beside_and_never_replaces() -> None:
    first = recorded({"born": "1969", "sex": "f"})
    other = recorded({"born": "1968"}, source=BAHOR, replaces=((first.id, "born"),))
    assert live_fields([first, other])[first.id] == {"born", "sex"}


def test_a_source_corrects_one_field_and_leaves_the_others() -> None:
    first = recorded({"born": "1969", "sex": "f"})
    corrected = recorded({"born": "1968"}, replaces=((first.id, "born"),))
    live = live_fields([corrected, first])
    assert live == {first.id: {"sex"}, corrected.id: {"born"}}


def test_retracting_a_correction_brings_the_first_telling_back() -> None:
    first = recorded({"born": "1969"})
    corrected = recorded({"born": "1968"}, replaces=((first.id, "born"),))
    live = live_fields([first, corrected, retraction(corrected)])
    assert live[first.id] == {"born"}
    assert corrected.id not in live


def test_retracting_a_retraction_shows_the_statement_again() -> None:
    first = recorded({"born": "1969"})
    hidden = retraction(first)
    shown = retraction(hidden)
    assert first.id not in standing([first, hidden])
    assert first.id in standing([first, hidden, shown])


def test_nobody_hides_what_is_told_about_somebody_else() -> None:
    first = recorded({"born": "1969"})
    assert first.id in standing([first, retraction(first, about="farrukh")])


def test_a_long_chain_of_retractions_is_settled() -> None:
    chain = [recorded({"born": "1969"})]
    for _ in range(5000):
        chain.append(retraction(chain[-1]))
    stands = standing(chain)
    assert [each.id in stands for each in chain[-3:]] == [True, False, True]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["tell", "correct", "hide"]),
            st.integers(0, 9),
            st.sampled_from([NISO, BAHOR]),
        ),
        max_size=12,
    ),
    st.randoms(),
)
def test_the_order_of_arrival_never_matters(
    steps: list[tuple[str, int, str]], order: random.Random
) -> None:
    told: list[Recorded] = []
    for salt, (step, pick, source) in enumerate(steps):
        if step == "tell" or not told:
            told.append(recorded({"born": str(salt), "sex": "f"}, source=source, salt=salt))
        elif step == "correct":
            told.append(
                recorded(
                    {"born": str(salt)},
                    source=source,
                    salt=salt,
                    replaces=((told[pick % len(told)].id, "born"),),
                )
            )
        else:
            told.append(retraction(told[pick % len(told)]))
    shuffled = list(told)
    order.shuffle(shuffled)
    assert live_fields(told) == live_fields(shuffled)


def test_a_statement_is_the_same_bytes_each_time() -> None:
    one = recorded({"sex": "f", "born": "1969"}).statement
    assert encode(one) == encode(msgspec.json.decode(encode(one), type=Statement))
