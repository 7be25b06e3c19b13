"""Many lives, many crashes: no alarm lost, none early, nothing seen twice.

`./run test --long tests/relay` lives through 10,000 person-years; otherwise it is 200.
"""

from pathlib import Path

import pytest
from tests.relay.judge import Judge
from tests.relay.simulator import Setting, Simulation, carelessly, figures

from panoh.relay import outbox
from panoh.relay.store import Transaction

MUST_BE_NONE = (
    "lost",
    "early",
    "late",
    "seen twice",
    "marked as sent and never sent",
    "told and never told the end",
    "left unheard",
)


def live(setting: Setting, folder: Path) -> dict[str, int]:
    simulation = Simulation(setting, folder)
    simulation.run()
    found = {**figures(simulation), "crashes": simulation.crashes}
    print({**found, "where": dict(simulation.where)})
    return found


def test_two_hundred_person_years(memory: Path) -> None:
    found = live(Setting(people=3650, days=20, crashes=200, seed=20), memory)
    assert {name: found[name] for name in MUST_BE_NONE} == dict.fromkeys(MUST_BE_NONE, 0)
    # One outage in a thousand lasts three days, in which nobody is due.
    assert found["cycles"] > 60_000
    assert found["alarms"] > 1000
    assert found["silent alarms"] > 50
    assert found["left"] > 20
    assert found["crashes"] > 100
    assert found["sent again"] <= found["crashes"] / 2


@pytest.mark.long
@pytest.mark.parametrize("seed", range(20))
def test_a_twentieth_of_ten_thousand_person_years(memory: Path, seed: int) -> None:
    """Twenty times 500 person-years with 500 crashes; other winters and summers each time."""
    found = live(Setting(people=2000, days=92, crashes=500, seed=seed, start=seed * 18), memory)
    assert {name: found[name] for name in MUST_BE_NONE} == dict.fromkeys(MUST_BE_NONE, 0)
    assert found["cycles"] > 168_000, "some leave"
    assert found["crashes"] > 450
    assert found["sent again"] <= found["crashes"] / 2


def marked_and_never_sent(setting: Setting, folder: Path) -> int:
    """Of a monitor of the usual kind, with every address alive: only crashes are to blame."""
    simulation = Simulation(setting, folder)
    simulation.world.dead = set()
    simulation.run()
    return figures(simulation)["marked as sent and never sent"]


def test_marking_first_and_sending_then_loses_messages(memory: Path) -> None:
    """The control: the same lives and crashes, and a monitor of the usual kind."""
    setting = Setting(people=500, days=10, crashes=300, seed=3, failing=0, carry=carelessly)
    assert marked_and_never_sent(setting, memory) > 0


def test_the_same_without_crashes_loses_nothing(memory: Path) -> None:
    setting = Setting(people=100, days=5, crashes=0, seed=3, failing=0, carry=carelessly)
    assert marked_and_never_sent(setting, memory) == 0


def test_the_judge_sees_an_alarm_that_was_forgotten(
    memory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second control: whoever is made to look fed, as in a lost update, is found lost."""
    simulation = Simulation(Setting(people=20, days=3, crashes=0, missing=1.0), memory)
    simulation.store.db.execute(
        "UPDATE people SET next_at = NULL WHERE ref IN (SELECT ref FROM people LIMIT 1)"
    )
    simulation.run()
    assert len(simulation.judge.lost) == 1


def test_the_judge_sees_an_early_alarm(memory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shorter = Judge.last_second
    monkeypatch.setattr(
        Judge, "last_second", lambda self, number, until: shorter(self, number, until) + 60
    )
    simulation = Simulation(Setting(people=20, days=3, crashes=0, missing=1.0), memory)
    simulation.run()
    assert simulation.judge.early


def test_the_judge_sees_an_end_that_was_never_told(
    memory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A third: somebody is forgotten at once, and with them what others still had to hear."""

    def at_once(made: Transaction, person: str) -> None:
        made.db.execute("DELETE FROM outbox WHERE person = ?", (person,))

    monkeypatch.setattr(outbox, "let_go", at_once)
    simulation = Simulation(Setting(people=60, days=4, crashes=0, leaving=0.3), memory)
    simulation.run()
    found = figures(simulation)
    assert found["told and never told the end"]
    assert found["left unheard"]
