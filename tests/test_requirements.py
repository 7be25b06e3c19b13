"""The locked lists name exact versions, digests and no address."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
LISTS = {path.stem: path for path in sorted((ROOT / "requirements").glob("*.txt"))}
DIGEST = re.compile(r"--hash=sha256:[0-9a-f]{64}")
REGISTRY = re.compile(
    r"https?://[^\s\"']*/(simple|packages)/|https?://\S+\.(whl|tgz|tar\.gz|deb)\b"
)


def entries(text: str) -> list[str]:
    """Give one line per requirement, its digests behind it."""
    joined = text.replace("\\\n", " ")
    return [line.strip() for line in joined.splitlines() if line.strip()]


def pins(name: str) -> dict[str, str]:
    """Give name → pinned version of one list, of what this computer is given."""
    found: dict[str, str] = {}
    for entry in entries(LISTS[name].read_text(encoding="utf-8")):
        requirement = Requirement(entry.split("--hash")[0].strip())
        if requirement.marker is None or requirement.marker.evaluate():
            found[canonicalize_name(requirement.name)] = str(requirement.specifier)
    return found


def faults(text: str) -> list[str]:
    """Tell what is wrong with a list: addresses, options, loose versions, missing digests."""
    wrong = []
    for entry in entries(text):
        head = entry.split("--hash")[0].strip()
        rest = DIGEST.sub("", entry.removeprefix(head)).strip()
        if not re.fullmatch(r"[A-Za-z0-9._-]+(\[[a-z,]+\])?==[0-9][^\s;]*( ; .+)?", head):
            wrong.append(f"not an exact version: {head}")
        if not DIGEST.search(entry) or rest:
            wrong.append(f"not by digest alone: {head}")
        if "://" in entry or "@" in head:
            wrong.append(f"names an address: {head}")
    return wrong


def test_all_five_lists_are_there() -> None:
    assert set(LISTS) == {"setup", "node", "build", "run", "dev"}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_names_versions_and_digests_and_nothing_else(name: str) -> None:
    text = LISTS[name].read_text(encoding="utf-8")
    assert entries(text)
    assert faults(text) == []


@pytest.mark.parametrize(
    "planted",
    [
        "--index-url https://index.example/simple",
        "click>=8 --hash=sha256:" + "0" * 64,
        "click==8.5.1",
        "click @ https://index.example/click.whl --hash=sha256:" + "0" * 64,
        "click==8.5.1 --hash=md5:0123",
    ],
)
def test_a_planted_fault_is_seen(planted: str) -> None:
    assert faults(planted)


@pytest.mark.parametrize("part", ["run", "build"])
def test_the_developers_list_holds_the_others_at_the_same_versions(part: str) -> None:
    assert pins(part).items() <= pins("dev").items()


def test_the_lists_hold_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    wanted = {
        "run": project["project"]["dependencies"],
        "build": groups["build"] + project["build-system"]["requires"],
        "setup": groups["setup"],
        "node": groups["node"],
        "dev": groups["test"] + groups["check"],
    }
    for name, requirements in wanted.items():
        pinned = pins(name)
        for requirement in map(Requirement, requirements):
            if requirement.marker is not None and not requirement.marker.evaluate():
                continue
            version = pinned[canonicalize_name(requirement.name)].removeprefix("==")
            assert requirement.specifier.contains(version), (name, requirement)


def test_no_committed_settings_name_a_registry() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "*.txt", "*.toml", "*.json", "*.lock", "*.cfg", ".npmrc", ".ci"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listed.returncode:
        pytest.skip("this copy is not a git repository")
    names = [name for name in listed.stdout.decode().split("\0") if name]
    assert "uv.lock" not in names
    for name in names:
        assert not REGISTRY.search((ROOT / name).read_text(encoding="utf-8")), name
    assert REGISTRY.search('"https://index.example/simple/click"')
