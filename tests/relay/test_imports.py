"""A relay sees nothing of a vault: not its code, not its database, not its keys."""

import subprocess
import sys

LOOK = """
import importlib, pkgutil, sys
import panoh.relay
for module in pkgutil.walk_packages(panoh.relay.__path__, "panoh.relay."):
    importlib.import_module(module.name)
{extra}
print(*sorted(name for name in sys.modules if name.startswith("panoh.")))
"""
FORBIDDEN = ("panoh.vault", "panoh.casebook", "panoh.intake", "panoh.legal", "panoh.evidence")


def modules(extra: str = "") -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", LOOK.format(extra=extra)], capture_output=True, text=True, check=True
    )
    return done.stdout.split()


def test_a_fresh_process_with_a_relay_has_no_vault() -> None:
    found = modules()
    assert "panoh.relay.loop" in found
    assert [name for name in found if name.startswith(FORBIDDEN)] == []


def test_a_vault_would_have_been_seen() -> None:
    assert "panoh.vault.index" in modules("import panoh.vault.index")
