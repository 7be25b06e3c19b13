"""Running the commands as a person does: in a process of their own, on a real vault."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from panoh.casebook.index import CasebookIndex
from panoh.cli import main
from panoh.vault import KdfCost, Vault

PASSPHRASE = "soft river bending twice"


@dataclass(frozen=True)
class Desk:
    """A folder with a vault, a device and a passphrase file."""

    folder: Path

    def run(
        self, *arguments: str, code: int = 0, typed: str = ""
    ) -> "subprocess.CompletedProcess[str]":
        """Run a command; fails with what it printed if it ends with another exit code."""
        environment = {
            key: value
            for key, value in os.environ.items()
            if not key.startswith(("PANOH", "LC_", "LANG"))
        }
        environment |= {
            "PANOH_VAULT": str(self.folder / "vault"),
            "PANOH_DEVICE": str(self.folder / "device"),
            "PANOH_PASSPHRASE_FILE": str(self.folder / "passphrase"),
            "LC_ALL": "C.UTF-8",
        }
        done = subprocess.run(
            [sys.executable, "-m", "panoh", *arguments],
            capture_output=True,
            text=True,
            env=environment,
            input=typed,
            timeout=120,
            check=False,
            cwd=self.folder,
        )
        assert done.returncode == code, done.stdout + done.stderr
        return done

    def json(self, *arguments: str) -> Any:
        """What a command prints with --json."""
        return json.loads(self.run(*arguments, "--json").stdout)


def new_desk(folder: Path) -> Desk:
    """A desk whose passphrase lies in a file; no vault yet."""
    (folder / "passphrase").write_text(PASSPHRASE + "\n")
    return Desk(folder)


class NearDesk(Desk):
    """A desk whose commands run in this process: a tenth of the time, the same doors."""

    def run(
        self, *arguments: str, code: int = 0, typed: str = ""
    ) -> "subprocess.CompletedProcess[str]":
        """Run a command; fails with what it printed if it ends with another exit code."""
        assert not typed, "nobody types here"
        out, err, ended = io.StringIO(), io.StringIO(), 0
        with chdir(self.folder), redirect_stdout(out), redirect_stderr(err), self._around():
            try:
                main(list(arguments))
            except SystemExit as end:
                ended = int(end.code or 0)
        assert ended == code, out.getvalue() + err.getvalue()
        return subprocess.CompletedProcess(arguments, ended, out.getvalue(), err.getvalue())

    @contextmanager
    def _around(self) -> Iterator[None]:
        """The variables of a shell of its own; this process may go on being examined."""
        names = {"VAULT": "vault", "DEVICE": "device", "PASSPHRASE_FILE": "passphrase"}
        told = {f"PANOH_{name}": str(self.folder / file) for name, file in names.items()}
        with (
            patch.dict(os.environ, told | {"LC_ALL": "C.UTF-8"}),
            patch("panoh.cli.leave_no_core"),
        ):
            yield


def quick_desk(folder: Path) -> Desk:
    """A desk with a vault whose passphrase costs little, and commands that start at once."""
    cost = KdfCost(memory_kib=64, passes=1, lanes=1)
    places = folder / "vault", folder / "device"
    Vault.create(*places, PASSPHRASE, CasebookIndex(), cost=cost).vault.close()
    new_desk(folder)
    return NearDesk(folder)
