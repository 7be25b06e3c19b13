"""Everything in the situations is said in each language, in its own letters."""

import re

import pytest
from tests.guidance.reading import texts

from panoh.guidance import SITUATIONS
from panoh.model.languages import LANGUAGES
from panoh.model.messages import translator

TEXTS = sorted(set(texts()))
others = pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "en"])


def said(language: str) -> list[str]:
    return [translator(language)(text) for text in TEXTS]


@others
def test_nothing_is_left_in_english_or_in_what_stands_in(language: str) -> None:
    say, stand_in = translator(language), translator(LANGUAGES[language].stands_in)
    assert [text for text in TEXTS if say(text) in (text, stand_in(text))] == []


@others
def test_nobody_is_shouted_at(language: str) -> None:
    assert [text for text in said(language) if "!" in text] == []


@others
def test_situations_that_are_named_in_a_step_are_named_by_their_title(language: str) -> None:
    say = translator(language)
    step = SITUATIONS["silence"].week[0].text
    assert SITUATIONS["taken"].title in step
    assert say(SITUATIONS["taken"].title) in say(step)


@others
def test_a_step_stays_short(language: str) -> None:
    """A translation that is much longer than the English explains what the text does not."""
    say = translator(language)
    assert [text for text in TEXTS if len(say(text)) > 1.5 * len(text) + 30] == []


def test_tajik_is_written_in_tajik_letters() -> None:
    """ы, щ, ь and ц are no letters of Tajik; a Russian word would bring them in."""
    assert [text for text in said("tg") if re.search("[ыщьц]", text.lower())] == []
    letters = set("".join(said("tg")).lower())
    assert set("ӣӯҳқғҷ") <= letters
    assert re.search("[ыщьц]", translator("ru")(TEXTS[0]).lower() + "".join(said("ru")))


def test_tajik_says_shumo_and_russian_vy_in_lower_case() -> None:
    assert not [text for text in said("ru") if re.search(r"(?<![.«?:] )(?<!^)\bВ(ы|ас|ам)\b", text)]
    assert not [text for text in said("ru") if re.search(r"\bт(ы|ебя вам|вой)\b", text)]
    assert any(re.search(r"\bшумо", text) for text in said("tg"))


def test_german_says_sie() -> None:
    quoted = re.compile("„[^“]*“")
    found = [
        text for text in said("de") if re.search(r"\b[Dd](u|ir|ich|ein)\b", quoted.sub("", text))
    ]
    assert found == []
    assert sum("Sie" in text for text in said("de")) > 80


def test_persian_joins_its_prefixes_without_a_gap_and_has_no_arabic_letters() -> None:
    for text in said("fa"):
        assert not re.search("[يكىة]", text), text
        assert not re.search(r"(?<![آ-ی])ن?می (?=[آ-ی])", text), text
        assert not re.search(r" ها(ی|یی)?(?![آ-ی])", text), text
        assert not re.search(r"‌(?= |$)| ‌", text), text
    assert sum("‌" in text for text in said("fa")) > 150
