"""The `run` script sets up once, again when its inputs change, and passes everything on."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

# Stands in for the installer: notes what it is asked, makes the two programs `run` starts.
INSTALLER = """#!/bin/sh
echo "$*" >>"$NOTES"
[ "$1" = "${BREAK-}" ] && exit 3
case $1 in
venv)
  for last; do :; done
  mkdir -p "$last/bin"
  printf '#!/bin/sh\\nexec "$PYTHON" "$@"\\n' >"$last/bin/python"
  printf '#!/bin/sh\\npwd\\nprintf "<%%s>" "$@"\\n' >"$last/bin/panoh"
  chmod +x "$last/bin/python" "$last/bin/panoh"
  ;;
esac
exit 0
"""


class Copy:
    """A checkout with `run` and its inputs, and an installer that only takes notes."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "a checkout"
        self.notes = folder / "notes"
        (self.root / "requirements").mkdir(parents=True)
        shutil.copy(ROOT / "run", self.root)
        for name in ("setup", "build", "run", "dev"):
            (self.root / "requirements" / f"{name}.txt").write_text(f"{name}\n")
        self.catalogue = self.root / "src/panoh/locale/ru/LC_MESSAGES/panoh.po"
        self.catalogue.parent.mkdir(parents=True)
        self.catalogue.write_text("one\n")
        shutil.copy(ROOT / "hatch_build.py", self.root)
        shutil.copy(ROOT / "pyproject.toml", self.root)
        tools = self.root / ".tools" / "bin"
        tools.mkdir(parents=True)
        (tools / "uv").write_text(INSTALLER)
        (tools / "uv").chmod(0o755)

    def run(self, *words: str, broken: str = "") -> subprocess.CompletedProcess[str]:
        """Start `run` elsewhere than in its folder, as people do."""
        elsewhere = self.root.parent / "elsewhere"
        elsewhere.mkdir(exist_ok=True)
        path = f"{self.root / '.tools/bin'}{os.pathsep}/usr/bin{os.pathsep}/bin"
        return subprocess.run(
            [self.root / "run", *words],
            cwd=elsewhere,
            env={"PATH": path, "NOTES": f"{self.notes}", "PYTHON": sys.executable, "BREAK": broken},
            capture_output=True,
            text=True,
            check=False,
        )

    def asked(self) -> list[str]:
        """Give what the installer was asked since the last look."""
        lines = self.notes.read_text().splitlines() if self.notes.exists() else []
        self.notes.unlink(missing_ok=True)
        return [line for line in lines if line != "--version"]


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    """Give a checkout in which nothing is set up."""
    return Copy(tmp_path)


def test_the_first_use_sets_up_and_the_second_only_runs(copy: Copy) -> None:
    first = copy.run("import", "my list.csv", "")
    assert first.returncode == 0, first.stderr
    assert first.stdout == f"{copy.root.parent / 'elsewhere'}\n<import><my list.csv><>"
    assert "Setting Panoh up" in first.stderr
    assert [line.split()[0] for line in copy.asked()] == ["venv", "pip", "pip"]

    second = copy.run("people", "--json")
    assert second.stdout.endswith("<people><--json>")
    assert second.stderr == ""
    assert copy.asked() == []


def test_only_known_files_are_installed_and_the_package_without_network(copy: Copy) -> None:
    copy.run()
    _, libraries, package = copy.asked()
    assert {"sync", "--require-hashes", ":all:"} <= set(libraries.split())
    assert "run.txt" in libraries
    assert "build.txt" in libraries
    assert {"--offline", "--no-deps", "--no-build-isolation"} <= set(package.split())


@pytest.mark.parametrize(
    "changed",
    [
        "requirements/run.txt",
        "pyproject.toml",
        "hatch_build.py",
        "src/panoh/locale/ru/LC_MESSAGES/panoh.po",
    ],
)
def test_a_changed_input_sets_up_again(copy: Copy, changed: str) -> None:
    copy.run()
    copy.asked()
    with (copy.root / changed).open("a") as file:
        file.write("# changed\n")
    assert copy.run().returncode == 0
    assert [line.split()[1] for line in copy.asked()] == ["sync", "install"]


def test_what_serves_the_tests_serves_the_program_too(copy: Copy) -> None:
    copy.run()
    copy.asked()
    copy.run("test", "--version")
    assert any("dev.txt" in line for line in copy.asked())
    copy.run()
    copy.run("test", "--version")
    assert copy.asked() == []


def test_a_failed_set_up_says_so_and_is_tried_again(copy: Copy) -> None:
    failed = copy.run("people", broken="pip")
    assert failed.returncode == 1
    assert failed.stdout == ""
    assert "could not be set up" in failed.stderr
    assert "run the same command again" in failed.stderr
    copy.asked()
    assert copy.run("people").returncode == 0
    assert [line.split()[1] for line in copy.asked()] == ["sync", "install"]


def test_long_tests_run_when_asked_for_and_words_reach_pytest(copy: Copy) -> None:
    (copy.root / "tests").mkdir()
    (copy.root / "tests" / "test_both.py").write_text(
        "import pytest\n\ndef test_short(): ...\n\n@pytest.mark.long\ndef test_soak(): ...\n"
    )
    usual = copy.run("test", "-v", "-n0", "-p", "no:cacheprovider").stdout
    assert "test_short PASSED" in usual
    assert "test_soak" not in usual
    asked_for = copy.run("test", "--long", "-n0", "-v", "-p", "no:cacheprovider").stdout
    assert "test_soak PASSED" in asked_for
    assert "test_short" not in asked_for
