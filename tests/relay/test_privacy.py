"""What a relay keeps, and what whoever seizes it reads: `docs/relay.md` says so, and this looks."""

import re
import sqlite3
from pathlib import Path

from tests.relay.support import DURESS, PIN, Owner, Relay

from panoh.relay import page

ROOT = Path(__file__).parents[2]
#: What could stand in a column or field if somebody were careless.
NEVER = re.compile(r"(?:^|_)(ip|host|agent|browser|name|title|cause|place|location|group|referer)$")


def columns(relay: Relay) -> set[str]:
    db = sqlite3.connect(relay.files.database)
    try:
        tables = [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type='table'")]
        return {
            f"{table}.{row[1]}"
            for table in tables
            for row in db.execute(f"PRAGMA table_info({table})")
        }
    finally:
        db.close()


def test_no_column_could_hold_a_network_address_an_agent_a_name_or_a_cause(
    relay: Relay, owner: Owner
) -> None:
    found = columns(relay)
    assert "people.plan" in found
    assert [each for each in found if NEVER.search(each.split(".")[1])] == []
    assert NEVER.search("remote_ip"), "the control"


def test_every_table_is_told_in_the_documentation(relay: Relay) -> None:
    told = (ROOT / "docs" / "relay.md").read_text(encoding="utf-8")
    missing = [each for each in columns(relay) if f"`{each}`" not in told]
    assert missing == []


def test_pins_are_nowhere_in_the_file(relay: Relay, owner: Owner) -> None:
    page.check_in(relay.store, relay.door(owner), PIN)
    page.check_in(relay.store, relay.door(owner), DURESS)
    relay.wait(120)
    for name in ("relay.db", "relay.db-wal"):
        raw = (relay.folder / name).read_bytes()
        assert PIN.encode() not in raw
        assert DURESS.encode() not in raw
    assert b"anna@mail.example" in (relay.folder / "relay.db-wal").read_bytes(), (
        "the control: contacts' addresses are there, and the documentation says so"
    )


def test_history_is_codes_and_times(relay: Relay, owner: Owner) -> None:
    relay.missed()
    found = relay.store.db.execute("SELECT what, by, why FROM history").fetchall()
    assert found
    for row in found:
        assert all(re.fullmatch(r"[a-z0-9-]{0,16}", str(each)) for each in row)
