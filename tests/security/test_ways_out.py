"""Every way out, found by reading the program: each has a test that sees the gate stay closed.

A way out is a function that hands files to the gate's last step, or a page that gives a file to
the browser. Whoever adds one is told here which test it lacks.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "panoh"
#: The gate's last steps; and answers of the interface that are files.
STEPS = {"give", "hand_over", "hand_over_sealed", "offer", "offer_sealed", "release"}
FILES = {"Download", "Handover"}
WHERE = "panoh.casebook.consent"
#: For each way out the test that sees nothing leave by it, as file::function. A way that calls
#: another one is tested through that.
SEEN = {
    "advocacy/giving.py:give_publication": (
        "advocacy/test_appeal.py::test_a_sister_named_in_the_text_in_any_form_keeps_it_in"
    ),
    "advocacy/giving.py:hand_publication": (
        "web/test_publish.py::test_an_inflected_sister_closes_the_gate_and_no_file_is_there"
    ),
    "cli/vault_proof.py:_give": ("cli/test_vault_proof.py::test_without_consent_nothing_goes_out"),
    "emergency/cards/giving.py:give_paper": (
        "emergency/cards/test_giving.py"
        "::test_nothing_leaves_unasked_and_everything_once_all_said_yes"
    ),
    "emergency/watching/giving.py:give": (
        "emergency/watching/test_sending.py"
        "::test_nobody_who_did_not_say_yes_is_made_known_to_a_watcher"
    ),
    "legal/complaining.py:write": (
        "cli/test_complain.py::test_an_official_is_named_once_each_place_was_confirmed"
    ),
    "legal/lawyer/giving.py:give_lawyer": (
        "legal/lawyer/test_giving.py::test_what_the_seal_hides_the_gate_has_read"
    ),
    "legal/lawyer/giving.py:hand_lawyer": (
        "web/test_lawyer.py::test_the_gate_is_closed_until_the_consent_is_given"
    ),
    "web/complaint/files.py:_file": (
        "web/test_complaint.py::test_the_gate_is_closed_until_the_consent_is_given"
    ),
    "web/complaint/ready.py:_give": (
        "web/test_complaint.py::test_the_gate_is_closed_until_the_consent_is_given"
    ),
    "web/emergency/ready.py:_file": (
        "web/test_emergency.py::test_a_wallet_card_leaves_only_through_the_gate"
    ),
    "web/emergency/ready.py:_give": (
        "web/test_emergency.py::test_a_wallet_card_leaves_only_through_the_gate"
    ),
    "web/lawyer/sealed.py:_file": (
        "web/test_lawyer.py::test_the_gate_is_closed_until_the_consent_is_given"
    ),
    "web/publish/ready.py:_file": (
        "web/test_publish.py::test_an_inflected_sister_closes_the_gate_and_no_file_is_there"
    ),
}
#: A member's own recovery and export: given to nobody outside, sealed, or without any name.
OWN = {"web/vault/exporting.py:_hand_over", "web/vault/health.py:_sheet"}
#: What a test of absence says: it looks at the stops, the exit code, or the page that refuses.
SIGNS = ("stops", "code=50", "422", "GateClosed", "gate is closed")


def trees() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE).as_posix()
        if not name.startswith("casebook/consent/"):
            yield name, ast.parse(path.read_text(encoding="utf-8"))


def imported(tree: ast.Module) -> set[str]:
    """The names under which a module knows a last step of the gate, or a file for the browser."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            gate = node.module.startswith(WHERE)
            page = node.module == "panoh.web.page"
            wanted = STEPS if gate else FILES if page else set()
            found |= {each.asname or each.name for each in node.names if each.name in wanted}
    return found


def leaves(call: ast.Call, names: set[str]) -> bool:
    """Whether a call is a way out; a picture inside a page of ours goes to nobody."""
    if not isinstance(call.func, ast.Name) or call.func.id not in names:
        return False
    return not any(word.arg == "inline" for word in call.keywords)


def ways_of(name: str, tree: ast.Module) -> Iterator[str]:
    names = imported(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            calls = (each for each in ast.walk(node) if isinstance(each, ast.Call))
            if any(leaves(each, names) for each in calls):
                yield f"{name}:{node.name}"


def ways() -> set[str]:
    return {way for name, tree in trees() for way in ways_of(name, tree)}


def test_every_way_out_has_a_test_that_sees_it_closed() -> None:
    found = ways()
    assert found - SEEN.keys() - OWN == set(), "name a test that sees the gate closed on these"
    assert (SEEN.keys() | OWN) - found == set(), "these are no ways out any more"


@pytest.mark.parametrize("way", sorted(SEEN))
def test_the_test_of_a_way_exists_and_looks_at_the_gate(way: str) -> None:
    file, name = SEEN[way].split("::")
    tree = ast.parse((ROOT / "tests" / file).read_text(encoding="utf-8"))
    [found] = [
        node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name == name
    ]
    said = ast.unparse(found)
    assert any(sign in said for sign in SIGNS), SEEN[way]


def test_a_way_that_nobody_tested_is_seen() -> None:
    for text in (
        "from panoh.casebook.consent.giving import offer as put\ndef leak(c):\n    put(c, [])",
        "from panoh.web.page import Download\ndef leak(v):\n    return Download('x', b'')",
    ):
        assert list(ways_of("new.py", ast.parse(text))) == ["new.py:leak"]
    harmless = "from panoh.web.page import Download\ndef show(v):\n    Download('', b'', inline=1)"
    assert list(ways_of("new.py", ast.parse(harmless))) == []
