"""The language that a browser asks for."""

import pytest

from panoh.web.language import accepted


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("tg-TJ,tg;q=0.9,ru;q=0.8", "tg"),
        ("fr-FR,ru;q=0.4,de;q=0.7", "de"),
        ("fa-IR", "fa"),
        ("zh", "en"),
        ("", "en"),
        ("ru;q=many", "en"),
        ("x" * 10_000, "en"),
    ],
)
def test_the_best_of_those_we_speak(header: str, expected: str) -> None:
    assert accepted(header) == expected
