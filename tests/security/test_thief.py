"""A thief takes the computer while it is locked: no word is found outside ciphertext.

The canaries stand in a list, its file name, what was searched, reasons of decisions, drafts that
were kept, dropped and interrupted, and errors.
Both folders, the log of the index, the temporary folder, home and what commands say on standard
error are searched in every spelling; each search is shown to find what is planted.
"""

import os
import re
import shutil
import subprocess
import sys
import zlib
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.cli.commands import PASSPHRASE
from tests.security.setting import LIST, Scene, make_scene
from tests.vault import faults

WORDS = "Парасту-canary"
CELL, FILE, QUERY, REASON, DRAFT = (
    f"{WORDS}-{n}" for n in ("cell", "file", "query", "reason", "draft")
)
RAW = (CELL, FILE, QUERY, REASON, DRAFT, "Саломова", "Рӯдакӣ", PASSPHRASE, "AGE-SECRET-KEY-")


def spellings(text: str) -> dict[str, bytes]:
    """How a word may stand on a disk: encodings, hex, base64 at each offset."""
    found = {name: text.encode(name) for name in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le")}
    plain = found["utf-8"]
    found["escaped"] = text.encode("unicode-escape")
    found["lower"] = text.lower().encode()
    found["hex"] = plain.hex().encode()
    for offset in range(3):
        spelled = b64encode(bytes(offset) + plain)
        found[f"base64-{offset}"] = spelled[(4 if offset else 0) : -4]
    return found


NEEDLES = {(word, how): form for word in RAW for how, form in spellings(word).items()}


def inflated(data: bytes) -> Iterator[bytes]:
    """What unpacks from any place where a deflate stream could begin."""
    for found in re.finditer(rb"\x78[\x01\x5e\x9c\xda]|\x1f\x8b\x08", data):
        bits = 47 if data[found.start()] == 0x1F else 15
        try:
            yield zlib.decompressobj(bits).decompress(data[found.start() :], 1 << 20)
        except zlib.error:
            continue


def leaks(folders: list[Path]) -> set[tuple[str, str, str]]:
    """Every (file, word, spelling) that is found in names or bytes below the folders."""
    found = set()
    for folder in folders:
        for path in folder.rglob("*"):
            name = os.fsencode(path.name)
            texts = [name]
            if path.is_file():
                data = path.read_bytes()
                texts += [data, *inflated(data)]
            found |= {
                (path.name, word, how)
                for (word, how), form in NEEDLES.items()
                for text in texts
                if form in text
            }
    return found


@dataclass(frozen=True)
class Surroundings:
    """Where a program might leave things: home, temporary folder, working folder."""

    scene: Scene
    home: Path
    temporary: Path
    outputs: list[str]

    def run(self, *words: str, code: int = 0, under: tuple[str, ...] = ()) -> str:
        desk = self.scene.desk
        environment = {
            "HOME": str(self.home),
            "TMPDIR": str(self.temporary),
            "PATH": os.environ["PATH"],
            "PYTHONPATH": os.environ.get("PYTHONPATH", ""),
            "LC_ALL": "C.UTF-8",
            "PANOH_VAULT": str(self.scene.vault),
            "PANOH_DEVICE": str(self.scene.device),
            "PANOH_PASSPHRASE_FILE": str(desk.folder / "passphrase"),
        }
        done = subprocess.run(
            [*under, sys.executable, "-m", "panoh", *words],
            cwd=desk.folder,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == code, done.stderr
        self.outputs.append(done.stderr)
        return done.stdout


@pytest.fixture(scope="module")
def around(tmp_path_factory: pytest.TempPathFactory) -> Surroundings:
    """A day of work with the canaries in everything that is typed or taken in."""
    folder = tmp_path_factory.mktemp("thief")
    scene = make_scene(folder / "desk")
    home, temporary = folder / "home", folder / "tmp"
    home.mkdir()
    temporary.mkdir()
    around = Surroundings(scene, home, temporary, [])
    given = scene.desk.folder / f"{FILE}.csv"
    given.write_text(LIST.format(CELL), encoding="utf-8")
    around.run("import", given.name, "--source", f"{WORDS}-source", "--yes")
    around.run("search", QUERY)
    around.run("show", QUERY, code=4)
    people = re.findall(r"^([0-9a-f]{8}) .*Саломова", around.run("people"), re.MULTILINE)
    around.run("review", "--decide", *people[:2], "same", "--why", REASON)
    assert CELL in around.run("show", people[0], "--json")
    (scene.desk.folder / "broken.csv").write_bytes(WORDS.encode() * 3 + b"\0\xff\xfe")
    around.run("import", "broken.csv", "--source", "x", "--yes", code=NO_NAMES)
    given.unlink()
    written(scene)
    return around


def written(scene: Scene) -> None:
    """A draft that is kept, one that was dropped, one that was being kept when all stopped."""
    with scene.unlock() as vault:
        kept = vault.drafts.keep(DRAFT.encode())
        vault.drafts.drop(vault.drafts.keep(DRAFT.encode() * 2))

    def interrupted(out: faults.Out) -> None:
        del out
        with scene.unlock() as again:
            again.drafts.keep(DRAFT.encode() * 3, kept)

    assert faults.run(interrupted, {"draft.keep.rename": faults.kill}).killed
    assert {path.name[:5] for path in (scene.device / "drafts").iterdir()} == {kept[:5], ".tmp-"}


NO_NAMES = 43


def test_no_word_is_found_outside_ciphertext(around: Surroundings) -> None:
    folders = [around.scene.vault, around.scene.device, around.home, around.temporary]
    assert leaks(folders) == set()


def test_no_word_is_found_while_a_vault_is_open(around: Surroundings) -> None:
    with around.scene.unlock() as vault:
        vault.save([b'{"text":"' + CELL.encode() + b'"}'] * 50)
        (draft,) = vault.drafts.all()
        assert vault.drafts.read(draft.id) == DRAFT.encode()
        assert (around.scene.device / "index.db-wal").stat().st_size > 0
        assert leaks([around.scene.vault, around.scene.device]) == set()


def test_what_goes_wrong_is_told_without_words(around: Surroundings) -> None:
    assert any(around.outputs)
    assert [text for text in around.outputs if WORDS in text or "Саломова" in text] == []


def test_every_spelling_would_be_found(around: Surroundings, tmp_path: Path) -> None:
    for number, form in enumerate(NEEDLES.values()):
        (tmp_path / f"{number}").write_bytes(b"..." + form + b"...")
    for name, data in (
        ("deflated", zlib.compress(b"." + CELL.encode())),
        (CELL, b""),
    ):
        (tmp_path / name).write_bytes(b"\x01\x02" * bool(data) + data)
    found = leaks([tmp_path])
    assert {(word, how) for _, word, how in found} == set(NEEDLES)
    assert {name for name, _, _ in found} >= {"deflated", CELL}


CALLS = "open,openat,creat,mkdir,mkdirat,rename,renameat,renameat2,link,linkat,symlink,symlinkat"
WRITES = re.compile(
    r'(?:openat?\w*|creat)\([^"]*"(?P<opened>[^"]*)"[^)]*(?:O_WRONLY|O_RDWR|O_CREAT)[^)]*\)\s+= \d'
    r'|(?:mkdir|rename|link|symlink)\w*\(.*"(?P<made>[^"]*)"[^"]*\)\s+= 0'
)
HARMLESS = ("/dev/null", "/dev/tty", "/proc/self/", "/dev/pts/")


def touched(trace: str, folder: Path) -> set[Path]:
    """Every path that was opened for writing, made, or renamed to."""
    found = set()
    for line in trace.splitlines():
        match = WRITES.search(line)
        if match:
            text = match["opened"] or match["made"] or ""
            if not text.startswith(HARMLESS):
                found.add((folder / text).resolve())
    return found


@pytest.fixture
def strace(tmp_path: Path) -> tuple[str, ...]:
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed")
    command = ("strace", "-f", "-s", "4096", "-o", str(tmp_path / "trace"), "-e", f"trace={CALLS}")
    probe = subprocess.run([*command, "true"], capture_output=True, check=False)
    if probe.returncode:
        pytest.skip("strace may not trace here")
    return command


@pytest.mark.parametrize(
    "words",
    [
        ("import", "list.csv", "--source", "third", "--yes"),
        ("people",),
        ("search", "зарина"),
        ("review", "--json"),
        ("vault", "rebuild"),
    ],
    ids=" ".join,
)
def test_nothing_is_written_outside_the_two_folders(
    around: Surroundings, strace: tuple[str, ...], tmp_path: Path, words: tuple[str, ...]
) -> None:
    around.run(*words, under=strace)
    paths = touched((tmp_path / "trace").read_text(), around.scene.desk.folder)
    vault, device = around.scene.vault.resolve(), around.scene.device.resolve()
    outside = {p for p in paths if not p.is_relative_to(vault) and not p.is_relative_to(device)}
    assert {path for path in outside if "__pycache__" not in path.parts} == set()
    # The control: the trace did see what the command writes.
    assert any(path.is_relative_to(device) for path in paths)


def test_the_trace_sees_every_way_of_writing(strace: tuple[str, ...], tmp_path: Path) -> None:
    code = (
        "import os, pathlib, tempfile, subprocess, sys; os.chdir(sys.argv[1]);"
        "open('a', 'w'); pathlib.Path('b').mkdir(); os.rename('a', 'c'); os.symlink('c', 'd');"
        "os.link('c', 'e'); tempfile.NamedTemporaryFile(dir='.', prefix='f', delete=False);"
        "subprocess.run(['touch', 'g'])"
    )
    subprocess.run([*strace, sys.executable, "-c", code, str(tmp_path)], check=True)
    names = {path.name[0] for path in touched((tmp_path / "trace").read_text(), tmp_path)}
    assert names >= set("abcefg")
