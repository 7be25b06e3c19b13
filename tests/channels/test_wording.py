"""What the messages say over somebody's shoulder: that something is asked, and nothing else."""

import re

import pytest

from panoh.channels.handover.picture import picture
from panoh.channels.wording import WORDS, compose
from panoh.model import messages

LANGUAGES = ["en", *sorted(each.name for each in messages.FOLDER.iterdir() if each.is_dir())]
LINK = "https://w.example/t/abcdefghijklmnopqrstuvwxyz012345"

#: Words from which a cause, a group, a kind of danger or this program could be read.
TELLING = [
    "panoh", "паноҳ", "паноҳ", "پناه", "exile", "arrest", "detain", "police", "prison", "danger",
    "safe", "missing", "activist", "check-in", "checkin", "duress", "pin", "vault", "tajik",
    "арест", "задерж", "полици", "милици", "тюрьм", "опасн", "пропа", "активист",
    "ҳабс", "зиндон", "хатар", "полис", "бозпурс",
    "بازداشت", "زندان", "پلیس", "خطر", "شکنجه",
    "verhaft", "polizei", "gefängnis", "gefahr", "vermisst", "aktivist",
]  # fmt: skip


def told(kind: str, language: str) -> str:
    message = compose(kind, language, reference="7QK-2", link=LINK, until="14:30", channel="mail")
    return f"{message.subject}\n{message.body}"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", WORDS)
def test_no_cause_place_group_or_program_is_named(kind: str, language: str) -> None:
    text = told(kind, language).casefold()
    assert [word for word in TELLING if word.casefold() in text] == []


def test_a_telling_word_would_be_seen() -> None:
    text = "Ваш друг задержан".casefold()
    assert [word for word in TELLING if word.casefold() in text] == ["задерж"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", WORDS)
def test_every_message_is_whole_and_short(kind: str, language: str) -> None:
    message = compose(kind, language, reference="7QK-2", link=LINK, until="14:30", channel="mail")
    assert not re.search(r"[{}]", message.subject + message.body)
    assert message.body.endswith("7QK-2")
    assert "14:30" in message.body
    assert "!" not in message.subject + message.body
    assert len(message.subject) <= 60
    assert picture(message.body) is not None, "it fits into a code that a telephone reads"


@pytest.mark.parametrize("kind", ["remind", "alarm", "exhausted", "says-safe", "closing"])
def test_who_is_asked_to_answer_is_told_where(kind: str) -> None:
    for language in LANGUAGES:
        assert f"\n{LINK}\n" in told(kind, language)
    assert "Nobody reads replies" in told(kind, "en")


@pytest.mark.parametrize("kind", ["fault", "watch-out"])
def test_a_fault_says_that_it_is_no_alarm(kind: str) -> None:
    assert "not an alarm" in told(kind, "en")
    assert "says nothing about anybody" in told(kind, "en")


def test_the_reader_is_addressed_in_their_language() -> None:
    assert told("alarm", "ru") != told("alarm", "en")
    assert told("alarm", "xx") == told("alarm", "en")
