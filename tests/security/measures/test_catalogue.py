"""The 58 measures are whole, sourced and translated; a file that breaks a rule is refused."""

import re
from pathlib import Path

import pytest

from panoh.model.messages import translator
from panoh.model.thesauri import AUDIENCES, PLATFORMS, THREATS
from panoh.security.checks import CHECKS
from panoh.security.errors import MeasureRefused
from panoh.security.measures import FOLDER, catalogue
from panoh.security.measures.measure import Advice
from panoh.security.measures.reading import MAX_FILE, read_measures

GOOD = """
messages = ["what", "why", "steps"]
[[measure]]
id = "lock_the_door"
what = "Lock the door"
why = "It keeps people out."
for = ["all"]
scope = ["person"]
effort = "minutes"
again_days = 30
helps = 2
against = ["harmed"]
verified_on = "2026-11"
confirmed = true
how = [{ on = ["any"], steps = ["Turn the key."] }]
sources = [{ title = "A book about doors", url = "" }]
"""


def test_there_are_58_measures_and_each_can_be_looked_up() -> None:
    measures = catalogue()
    assert len(measures) == 58
    for each in measures.values():
        assert each.sources, each.id
        assert re.fullmatch(r"2026-\d\d", each.verified_on)
        assert each.confirmed != bool(each.open)
    unconfirmed = [each for each in measures.values() if not each.confirmed]
    assert unconfirmed, "what no page was seen for is marked, not left out"


def test_every_threat_audience_and_platform_is_served() -> None:
    measures = catalogue().values()
    served = {threat for each in measures for threat in each.against}
    # Nothing digital keeps lies from being spread.
    assert set(THREATS.terms) - served == {"smeared", "other"}
    assert {one for each in measures for one in each.audiences} == set(AUDIENCES.terms)
    assert {on for each in measures for steps in each.how for on in steps.on} == {
        *PLATFORMS.terms,
        "any",
    }


def test_what_comes_first_never_goes_in_a_circle() -> None:
    measures = catalogue()

    def before(id_: str, passed: tuple[str, ...]) -> None:
        assert id_ not in passed
        for each in measures[id_].after:
            before(each, (*passed, id_))

    for id_ in measures:
        before(id_, ())


def test_every_check_speaks_of_a_measure() -> None:
    for check in CHECKS:
        assert catalogue()[check.measure].check == check.key


def texts(each: Advice) -> list[str]:
    steps = [step for how in each.how for step in how.steps]
    return [each.what, each.why, each.open, *steps, *(where.note for where in each.where)]


def test_every_text_is_short_calm_and_speaks_russian() -> None:
    russian = translator("ru")
    for each in catalogue().values():
        for text in filter(None, texts(each)):
            assert len(text) < 160, text
            assert "!" not in text
            assert re.search("[а-яё]", russian(text)), text


def test_files_have_a_sensible_size() -> None:
    for path in FOLDER.glob("*.toml"):
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


def read(folder: Path, text: str) -> None:
    (folder / "doors.toml").write_text(text, encoding="utf-8")
    read_measures(folder)


def test_a_good_file_is_read(tmp_path: Path) -> None:
    read(tmp_path, GOOD)
    assert read_measures(tmp_path)["lock_the_door"].steps("linux") == ("Turn the key.",)


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('[{ title = "A book about doors", url = "" }]', "[]", "it has no source"),
        ('title = "A book about doors"', 'title = " "', "it has no source"),
        ('"2026-11"', '"lately"', "nobody says when it was looked up"),
        ("confirmed = true", "confirmed = false", "it must be confirmed, or say what is not"),
        ("again_days = 30", "again_days = 0", "a number is out of range"),
        ("helps = 2", "helps = 9", "a number is out of range"),
        ('["harmed"]', '["ghosts"]', "it names what does not exist"),
        ('for = ["all"]', 'for = ["cats"]', "it names what does not exist"),
        ('on = ["any"]', 'on = ["amiga"]', "it names what does not exist"),
        ("helps = 2", 'helps = 2\nafter = ["lock_the_door"]', "it names what does not exist"),
        ('["Turn the key."]', "[]", "something is empty"),
        ('why = "It keeps people out."', 'why = ""', "something is empty"),
        ('effort = "minutes"', 'effort = "years"', "the file does not have the form of measures"),
        ("helps = 2", 'helps = 2\nsecret = "x"', "the file does not have the form of measures"),
        ("[[measure]]", "[[measure", "the file does not have the form of measures"),
    ],
)
def test_a_file_that_breaks_a_rule_is_refused(
    tmp_path: Path, old: str, new: str, reason: str
) -> None:
    assert old in GOOD
    with pytest.raises(MeasureRefused) as refused:
        read(tmp_path, GOOD.replace(old, new))
    assert refused.value.values["reason"] == reason
    assert refused.value.values["file"] == "doors.toml"


def test_a_name_is_given_once_and_a_file_has_an_end(tmp_path: Path) -> None:
    (tmp_path / "more.toml").write_text(GOOD, encoding="utf-8")
    with pytest.raises(MeasureRefused, match="its name is taken"):
        read(tmp_path, GOOD)
    (tmp_path / "more.toml").write_text("#" * (MAX_FILE + 1), encoding="utf-8")
    with pytest.raises(MeasureRefused, match="too large"):
        read(tmp_path, GOOD)
