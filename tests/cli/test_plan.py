"""A plan from the command line: begun, filled, tried out, declared, worked through, called off."""

import json

import pytest
from tests.cli.commands import Desk, quick_desk

PLAN = {
    "call_off": [{"text": "Niso"}, {"text": "Farhod"}],
    "medical": "none",
    "publicity": "ask",
    "pace": [{"step": "primary", "text": "by telephone", "minutes": 30}],
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Given Madina, and Niso who helps; a plan that Niso coordinates."""
    desk = quick_desk(tmp_path_factory.mktemp("desk"))
    (desk.folder / "list.csv").write_text("Name;What happened\nМадина Ашӯрова;threatened\n")
    desk.run("import", "list.csv", "--source", "niso", "--yes")
    desk.run("network", "add", "Нисо Қодирова", "--way", "signal", "+49 151 555 66 77")
    desk.run("plan", "new", "мадина", "arrest_travel", "--country", "pl")
    (desk.folder / "plan.json").write_text(json.dumps(PLAN))
    desk.run("plan", "fill", "мадина", "plan.json")
    desk.run("plan", "part", "мадина", "coordinator", "нисо", "--confirmed")
    return desk


def test_what_is_missing_is_listed(desk: Desk) -> None:
    told = desk.run("plan", "check").stdout
    assert "Nobody takes this part: lawyer." in told
    assert "The plan was never tried out." in told
    desk.run("plan", "drill", "мадина", "a call at night", "worked")
    assert "never tried out" not in desk.run("plan", "check", "мадина").stdout


def test_the_plan_is_shown_block_by_block(desk: Desk) -> None:
    told = desk.run("plan", "show", "мадина").stdout
    for words in ("Мадина Ашӯрова", "by telephone", "ask somebody first", "coordinator"):
        assert words in told
    [listed] = desk.json("plan", "list")
    assert listed["told"]["country"] == "PL"


def test_a_file_that_is_no_plan_is_refused_without_its_words(desk: Desk) -> None:
    (desk.folder / "bad.json").write_text('{"secret word": "Kabuljon"}')
    refused = desk.run("plan", "fill", "мадина", "bad.json", code=7)
    assert "Kabuljon" not in refused.stdout + refused.stderr


def test_declared_worked_through_and_called_off_by_two(desk: Desk) -> None:
    desk.run("plan", "done", "мадина", "lawyer", "--by", "Niso", code=99)
    told = desk.run("plan", "declare", "мадина", "--by", "Niso", "--why", "no word").stdout
    assert "Call the lawyer" in told
    assert "registration lock" in told
    assert "not confirmed" in told
    desk.run("plan", "done", "мадина", "lawyer", "--by", "Niso", "--note", "she is on her way")
    [running] = desk.json("plan", "tasks", "мадина")
    states = {item["task"]: item["state"] for item in running["items"]}
    assert states["lawyer"] == "done"
    assert states["note"] == "open"
    desk.run("plan", "off", "мадина", "--by", "a stranger", code=97)
    assert "second person" in desk.run("plan", "off", "мадина", "--by", "Niso").stdout
    assert "It is over" in desk.run("plan", "off", "мадина", "--by", "Farhod").stdout
    assert "not declared" in desk.run("plan", "tasks", "мадина").stdout


def test_a_task_of_ones_own_and_the_order_to_a_relay(desk: Desk) -> None:
    desk.run("plan", "task", "мадина", "first_hour", "feed the cat")
    assert "feed the cat" in desk.run("plan", "tasks", "мадина").stdout
    order = json.loads(desk.run("plan", "order", "мадина").stdout)
    assert order["contacts"][0]["addresses"][0]["to"] == "+49 151 555 66 77"
