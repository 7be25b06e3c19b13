"""The words of each language, as data: what they name exists, and nothing in them is idle."""

import re
from pathlib import Path

import pytest
from tests.intake.story.labelled import LANGUAGES

from panoh.intake import story
from panoh.intake.story.vocabulary import PROPER, vocabulary
from panoh.model.thesauri import ACTS, CONNECTIONS, PERPETRATORS, STATUSES

TERMS = {"what": ACTS, "by": PERPETRATORS, "state": STATUSES, "how": CONNECTIONS}


def lines(language: str) -> list[str]:
    path = Path(story.__file__).parent / "words" / f"{language}.txt"
    return [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_term_exists(language: str) -> None:
    for frame in vocabulary(language).frames:
        assert frame.code in TERMS[frame.kind].terms, (frame.kind, frame.code)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_act_can_be_told(language: str) -> None:
    told = {frame.code for frame in vocabulary(language).frames if frame.kind == "what"}
    leaves = {code for code in ACTS.terms if ACTS.terms[code].parent}
    assert leaves - told - {"arrest", "refoulement", "business_closure"} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_class_is_defined_and_used(language: str) -> None:
    text = "\n".join(lines(language))
    named = re.findall(r"@[a-z]+", text)
    defined = re.findall(r"^(@[a-z]+):", text, re.MULTILINE)
    assert set(named) - set(defined) <= {PROPER}
    assert [each for each in defined if named.count(each) < 2] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_mixed_of_two_scripts(language: str) -> None:
    words = re.findall(r"[^\W\d_]+", "\n".join(lines(language)))
    mixed = [
        word
        for word in words
        if re.search("[a-z]", word) and re.search("[\u0400-\u052f\u0600-\u06ff]", word)
    ]
    assert mixed == []
