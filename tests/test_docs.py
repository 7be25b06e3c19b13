"""The documentation tells of every command, and none of its links or commands leads nowhere."""

import importlib.util
import os
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from defusedxml import ElementTree

ROOT = Path(__file__).parents[1]
PAGES = [
    path
    for path in sorted(ROOT.rglob("*.md"))
    if not any(
        part.startswith(".") or part == "node_modules" for part in path.parts[len(ROOT.parts) :]
    )
]
OF_RUN = {"test", "check"}


def prose(text: str) -> str:
    """Leave out blocks of code, where brackets are not links."""
    return re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)


def anchors(text: str) -> set[str]:
    """Give the names a page's headings can be linked by."""
    headings = re.findall(r"^#+ +(.+?) *$", prose(text), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def dead_links(page: Path, text: str) -> list[str]:
    """Give the relative links of a page that lead to no file or no heading."""
    dead = []
    for link in re.findall(r"\]\(<?([^)\s>]+)", prose(text)):
        if re.match(r"[a-z]+:", link):
            continue
        name, _, anchor = link.partition("#")
        target = page.parent / name if name else page
        if name and not target.exists():
            dead.append(link)
        elif anchor and target.suffix == ".md":
            there = target.read_text(encoding="utf-8") if name else text
            if anchor not in anchors(there):
                dead.append(link)
    return dead


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_relative_link_leads_somewhere(page: Path) -> None:
    assert dead_links(page, page.read_text(encoding="utf-8")) == []


def test_a_dead_link_is_seen() -> None:
    text = "# Two words\n[a](#two-words) [b](LICENSE) [c](no.md) [d](#three) [e](https://x.example)"
    assert dead_links(ROOT / "planted.md", text) == ["no.md", "#three"]


def program() -> click.Group:
    """Give the root of the command line."""
    if importlib.util.find_spec("panoh.cli") is None:
        pytest.skip("the command line does not exist yet")
    from panoh.cli import group

    return group


def commands(group: click.Group, before: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Walk the names of every command that does something itself."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        path = (*before, name)
        if isinstance(command, click.Group):
            yield from commands(command, path)
        elif command is not None and not command.hidden:
            yield path


def test_every_command_is_documented() -> None:
    pages = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
    text = "\n".join(page.read_text(encoding="utf-8") for page in pages)
    told = {" ".join(path) for path in commands(program())}
    assert told
    missing = [name for name in told if not re.search(rf"(panoh|\./run) {re.escape(name)}\b", text)]
    assert missing == []


def told_commands(text: str) -> list[list[str]]:
    """Give the lines of a page that somebody will type, in blocks or between backquotes."""
    blocks = re.findall(r"^```[a-z]*\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines()]
    lines += re.findall(r"`([^`\n]+)`", prose(text))
    return [shlex.split(line, comments=True) for line in lines if line.startswith("./run ")]


def mistaken(group: click.Group, words: list[str]) -> str | None:
    """Tell which word of a typed line the command line does not know, if any."""
    command: click.Command = group
    for word in words:
        context = click.Context(command)
        if word.startswith("-"):
            if not any(word.partition("=")[0] in p.opts for p in command.get_params(context)):
                return word
        elif isinstance(command, click.Group):
            found = command.get_command(context, word)
            if found is None:
                return word
            command = found
    return None


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "SECURITY.md"])
def test_what_newcomers_are_told_to_type_exists(name: str) -> None:
    told = told_commands((ROOT / name).read_text(encoding="utf-8"))
    assert told
    assert os.access(ROOT / "run", os.X_OK)
    for line in told:
        if line[1] not in OF_RUN:
            assert mistaken(program(), line[1:]) is None, line


def test_a_mistaken_command_is_seen() -> None:
    @click.group()
    def root() -> None: ...

    @root.command()
    @click.option("--at")
    def demo(at: str) -> None: ...

    assert mistaken(root, ["demo", "--at", "DIR"]) is None
    assert mistaken(root, ["demo", "--to", "DIR"]) == "--to"
    assert mistaken(root, ["dem"]) == "dem"


def test_the_picture_explains_itself_and_reaches_for_nothing() -> None:
    text = (ROOT / "docs" / "flow.svg").read_text(encoding="utf-8")
    picture = ElementTree.fromstring(text)
    name = "{http://www.w3.org/2000/svg}"
    for part in ("title", "desc"):
        element = picture.find(f"{name}{part}")
        assert element is not None
        assert element.text
        assert element.get("id") in (picture.get("aria-labelledby") or "").split()
    assert "prefers-color-scheme: dark" in text
    assert not {f"{name}script", f"{name}image", f"{name}a"} & {e.tag for e in picture.iter()}
    assert re.findall(r"url\((?!#)|href|@import", text) == []
