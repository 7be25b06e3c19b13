"""No parser of bytes from outside without a fuzzer: every file that decodes is reached by a seed.

A file of the program that calls one of the functions below turns bytes into values. Either the
seeds of a fuzzed parser run through one of these calls, or the file stands in the list of those
that read nothing from outside, with the reason. What is shipped is read once and kept, so it is
listed even where a seed happens to read it first.
"""

import ast
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import FrameType

from tests.security.parsers import PARSERS, Finished, PanohErrors

import panoh

SOURCE = Path(panoh.__file__).parent
DECODING = frozenset((
    "decode", "convert", "loads", "b64decode", "urlsafe_b64decode", "from_bytes", "unpack",
    "ZipFile", "PdfReader", "load_workbook", "iterparse", "fromstring", "reader", "stream_reader",
    "parse_qs", "parse_qsl", "urlsplit",
))  # fmt: skip
OWN, SHIPPED, TYPED = (
    "bytes this program made itself, or made of what it decoded before",
    "a file that is shipped with the program and read by its tests",
    "a file that the person at the keyboard names; one decoder with limits, no parts of its own",
)
NOTHING_FROM_OUTSIDE = {
    "advocacy/picture.py": OWN,
    "casebook/consent/reading/markup.py": SHIPPED,
    "casebook/index/acts.py": OWN,
    "casebook/pairs.py": OWN,
    "cli/complain.py": TYPED,
    "cli/plan.py": TYPED,
    "cli/printing.py": OWN,
    "cli/publishing.py": TYPED,
    "cli/show.py": OWN,
    "cli/vault_erase.py": OWN,
    "cli/vault_proof.py": "the proof itself is read by vault/proof.py",
    "demo/files.py": SHIPPED,
    "emergency/paper/draw.py": OWN,
    "emergency/telling.py": TYPED,
    "emergency/watching/reading.py": OWN,
    "emergency/watching/sending.py": "the answer was read by emergency/watching/asking.py",
    "intake/spreadsheet/layout/headers.py": SHIPPED,
    "intake/spreadsheet/layout/kept.py": OWN,
    "intake/spreadsheet/rows/earlier.py": OWN,
    "intake/story/undoing.py": OWN,
    "legal/lawyer/giving.py": OWN,
    "legal/submissions/archive.py": OWN,
    "legal/submissions/document.py": OWN,
    "legal/submissions/wgad/procedure.py": SHIPPED,
    "legal/submissions/write_pdf.py": OWN,
    "network/directory/__init__.py": SHIPPED,
    "relay/outbox.py": OWN,
    "relay/pages/contact.py": "whether it is sealed was checked by checkin/plan.py",
    "relay/pages/orders.py": "the signed text is read by checkin/signed.py",
    "relay/people.py": OWN,
    "relay/store.py": OWN,
    "security/measures/reading.py": SHIPPED,
    "security/checks/updates/support.py": SHIPPED,
    "shares/paper.py": OWN,
    "shares/share.py": OWN,
    "vault/verify.py": OWN,
    "web/app.py": "the form is read by web/uploads.py",
    "web/past.py": OWN,
    "web/publish/saying.py": OWN,
    "web/record/asking.py": OWN,
    "web/record/draft.py": OWN,
    "web/render.py": SHIPPED,
}


def decoding() -> Iterator[tuple[str, str]]:
    """The file and name of each function that calls one that decodes."""
    for path in sorted(SOURCE.rglob("*.py")):
        yield from decoding_in(
            path.read_text(encoding="utf-8"), path.relative_to(SOURCE).as_posix()
        )


def decoding_in(source: str, file: str) -> Iterator[tuple[str, str]]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            calls = (each.func for each in ast.walk(node) if isinstance(each, ast.Call))
            if {getattr(each, "attr", getattr(each, "id", "")) for each in calls} & DECODING:
                yield file, node.name


def reached() -> set[tuple[str, str]]:
    """The file and name of each function that the seeds of the fuzzed parsers run through."""
    found: set[tuple[str, str]] = set()
    root = f"{SOURCE}/"

    def seen(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code.co_filename.startswith(root):
            found.add((frame.f_code.co_filename.removeprefix(root), frame.f_code.co_name))

    for make in PARSERS.values():
        parser = make()
        sys.setprofile(seen)
        try:
            for seed in parser.seeds:
                with suppress(*PanohErrors, Finished):
                    parser.call(seed)
        finally:
            sys.setprofile(None)
    return found


def test_every_file_that_decodes_is_fuzzed_or_reads_nothing_from_outside() -> None:
    files = {file for file, _ in decoding()}
    fuzzed = {file for file, _ in set(decoding()) & reached()}
    missing = files - fuzzed - NOTHING_FROM_OUTSIDE.keys()
    assert not missing, (
        f"no seed in tests/security/parsers runs through what decodes in {sorted(missing)}: add a"
        " parser there, or say in this file why it reads nothing from outside"
    )
    stale = sorted(NOTHING_FROM_OUTSIDE.keys() - files)
    assert not stale, f"these decode nothing any more: take them from the list: {stale}"


def test_a_new_parser_would_be_seen() -> None:
    new = "def careless(data):\n    return msgspec.json.decode(data)\n\ndef other():\n    pass\n"
    assert list(decoding_in(new, "new.py")) == [("new.py", "careless")]
