"""Errors: each has its own code, a message and a next step."""

from collections.abc import Iterator

from panoh import age


def _all(kind: type[age.AgeError]) -> Iterator[type[age.AgeError]]:
    yield kind
    for child in kind.__subclasses__():
        yield from _all(child)


def test_every_error_is_told_apart_and_says_what_to_do() -> None:
    kinds = [kind for kind in _all(age.AgeError) if kind is not age.AgeError]
    assert len(kinds) == 11
    assert len({kind.code for kind in kinds}) == len(kinds)
    for kind in kinds:
        assert kind.code.startswith("age-")
        assert kind.message.endswith(".")
        assert kind.hint
        assert kind.exit_status == 10
