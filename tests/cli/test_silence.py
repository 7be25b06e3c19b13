"""Who is silent, and after how many days somebody wants to know of it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.casebook.building import person, source, status
from tests.cli.commands import PASSPHRASE, Desk, quick_desk

from panoh.casebook.index import CasebookIndex
from panoh.casebook.record import Case
from panoh.vault import Vault

AGO = 10


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Farrukh is held; his mother last told of him ten days ago."""
    made = quick_desk(tmp_path)
    places = tmp_path / "vault", tmp_path / "device"
    with Vault.unlock(*places, PASSPHRASE, CasebookIndex()) as vault:
        case = Case(vault)
        mother = source(case, "Mother", connection="relative")
        day = (datetime.now(UTC) - timedelta(days=AGO)).date().isoformat()
        status(case, person(case, "Farrukh", mother), "held", day, mother)
    return made


def test_the_silent_are_listed_until_a_longer_time_is_chosen(desk: Desk) -> None:
    assert f"Farrukh  held  {AGO}" in " ".join(desk.run("silence").stdout.split("   "))
    (farrukh,) = desk.json("silence")
    assert (farrukh["name"], farrukh["days"], farrukh["tell_after"]) == ("Farrukh", AGO, 7)
    assert "Saved" in desk.run("silence", "Farrukh", "--tell-after", "14").stdout
    assert desk.json("silence") == []
    assert "told lately" in desk.run("silence").stdout
    desk.run("silence", "Farrukh", "--tell-after", "2")
    assert [each["tell_after"] for each in desk.json("silence")] == [2]


def test_half_an_order_is_refused(desk: Desk) -> None:
    desk.run("silence", "Farrukh", code=2)
    desk.run("silence", "--tell-after", "3", code=2)
    assert "1" in desk.run("silence", "Farrukh", "--tell-after", "0", code=39).stderr
    desk.run("silence", "Nobody", "--tell-after", "3", code=4)
