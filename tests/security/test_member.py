"""A member, or somebody with a member's keys, saves what no honest program would.

Nobody else may be locked out by it: the vault opens, the index is made anew, people are listed.
"""

import json
import re
from pathlib import Path

import pytest
from nacl.signing import SigningKey
from tests.security.parsers.casebook import statements
from tests.security.setting import Scene, make_scene
from tests.vault.support import CHEAP, PASSPHRASE

from panoh.casebook.index import CasebookIndex
from panoh.casebook.people import people, person_file
from panoh.model.statement import StatementUnreadable, decode
from panoh.vault import ObjectDamaged, Vault
from panoh.vault.container import seal
from panoh.vault.control import parse
from panoh.vault.device import cost_of
from panoh.vault.segment import CONTROL, Place, cut, read_pack

PERSON, _, JUDGEMENT, RETRACTION = statements()


def with_field(name: bytes, value: bytes) -> bytes:
    head, mark, rest = PERSON.partition(b'"fields":{')
    return head + mark + b'"' + name + b'":' + value + b"," + rest


def instead(pattern: bytes, new: bytes, body: bytes = PERSON) -> bytes:
    changed = re.sub(pattern, lambda _: new, body)
    assert changed != body
    return changed


def nested(opening: bytes, closing: bytes, depth: int) -> bytes:
    return opening * depth + b"1" + closing * depth


HOSTILE = {
    "letters that are none": with_field(b"note", b'"\xff\xfe"'),
    "the same in a field nobody knows": with_field(b"zz", b'"\xff\xfe"'),
    "half a letter": with_field(b"note", b'"\xed\xa0\x80"'),
    "half a letter, spelled out": with_field(b"note", b'"\\ud800"'),
    "a name of a field that is none": with_field(b"\xff", b"1"),
    **{f"lists {n} deep": with_field(b"zz", nested(b"[", b"]", n)) for n in (60, 500, 950, 9000)},
    **{f"{n} objects deep": with_field(b"zz", nested(b'{"a":', b"}", n)) for n in (500, 960, 990)},
    "a number of 5000 digits": with_field(b"zz", b"9" * 5000),
    "a number of 20 digits": with_field(b"zz", b"[1, 99999999999999999999]"),
    "a number beyond all": with_field(b"zz", b"1e999"),
    "a zero byte": with_field(b"note", b'"a\\u0000b"'),
    "a version below the first": instead(rb'"kind"', b'"version":-5,"kind"'),
    "a version beyond all": instead(rb'"kind"', b'"version":99999999999999999999,"kind"'),
    "a row beyond all": instead(
        rb'"kind"', b'"origin":{"item":"x","row":9223372036854775808},"kind"'
    ),
    "a row below the first": instead(rb'"kind"', b'"origin":{"item":"x","row":-1},"kind"'),
    "about nothing": instead(rb'"about":"[^"]*"', b'"about":""'),
    "about half a letter": instead(rb'"about":"', b'"about":"\\ud800'),
    "a kind of half a million letters": instead(
        rb'"kind":"person"', b'"kind":"' + b"k" * 500_000 + b'"'
    ),
    "more than a statement may hold": with_field(b"note", b'"' + b"a" * (2 << 20) + b'"'),
    "a date that is none": instead(rb'"1969"', b'"99999-99-99"'),
    "replaces what was never": instead(rb'"kind"', b'"replaces":[["zz","names"],["",""]],"kind"'),
    "a judgement on oneself": instead(rb'"(a|b)":"[^"]*"', b'"a":"x","b":"x"', JUDGEMENT),
    "a retraction of nothing": instead(rb"(ab){32}", b"zz", RETRACTION),
    "no statement": b"[]",
    "nothing": b"{}",
}  # fmt: skip


def test_nobody_is_locked_out_by_a_statement(tmp_path: Path) -> None:
    folder, device = tmp_path / "vault", tmp_path / "device"
    vault = Vault.create(folder, device, PASSPHRASE, CasebookIndex(), cost=CHEAP).vault
    vault.save([PERSON])
    for name, body in HOSTILE.items():
        assert vault.save([body]), name
    vault.close()
    for enter in (Vault.unlock, Vault.rebuild):
        with enter(folder, device, PASSPHRASE, CasebookIndex()) as vault:
            people(vault.db)
            for (entity,) in list(vault.db.execute("SELECT id FROM entity")):
                person_file(vault.db, entity)
            assert vault.verify().findings == ()
            stored = {leaf.body for leaf in vault.all_leaves()}
            assert stored >= set(HOSTILE.values())  # kept as evidence, not dropped


def test_the_limit_of_depth_counts_brackets_and_not_words() -> None:
    assert decode(with_field(b"note", b'"' + b"[" * 500 + b'\\"{{"'))
    assert decode(with_field(b"zz", b"[" + b",".join([b"{}"] * 500) + b"]"))
    with pytest.raises(StatementUnreadable):
        decode(with_field(b"zz", nested(b"[", b"]", 70)))


DEEP = b'{"zz":' + b"[" * 30_000


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    return make_scene(tmp_path)


def planted(scene: Scene, text: bytes) -> str:
    from hashlib import sha256

    with scene.unlock() as vault:
        (ring,) = vault._log.rings.values()
    data = seal(text, ring.log.recipient())
    name = sha256(data).hexdigest() + ".age"
    (scene.vault / "m" / name).write_bytes(data)
    return name


def test_no_object_of_deep_json_keeps_anybody_out(scene: Scene) -> None:
    """Anybody who knows the recipient can plant these: each must be told, none may stop."""
    stranger = SigningKey.generate()
    with scene.unlock() as vault:
        place = Place(vault=vault.id, seq=0, prev="", epoch=0, seen={}, at="2026")
    control = cut(stranger, place, [(CONTROL, DEEP)]).raw
    first, _, rest = control.split(b"\n", 2)
    names = {
        planted(scene, control),
        planted(scene, DEEP + b"\n[]\n"),
        planted(scene, first + b"\n[" + DEEP + b"\n" + rest),
    }
    report = json.loads(scene.desk.run("vault", "verify", "--json", code=29).stdout)
    assert {(f["code"], f["object"]) for f in report["findings"]} == {
        ("segment-refused", name) for name in names
    }
    scene.desk.run("people")


def test_deep_json_is_refused_by_each_reader(tmp_path: Path) -> None:
    assert parse(DEEP) is None
    (tmp_path / "keys").write_bytes(DEEP)
    with pytest.raises(ObjectDamaged):
        cost_of(tmp_path / "keys")
    with pytest.raises(ObjectDamaged):
        list(read_pack(DEEP + b"\n[]\n", name="x", vault=""))


def order(leaves: bytes, units: bytes, epoch: int) -> bytes:
    told = b'{"op":"erase","leaves":[%s],"units":[%s],"basis":"x","epoch":%d}'
    return told % (leaves, units, epoch)


ORDERS = {
    "of an epoch beyond all": order(b"", b"", 10**25),
    "of the last epoch": order(b"", b"", 2**63 - 1),
    "of an epoch below all": order(b"", b"", -5),
    "of what is no id": order(b'"zz","","../x"', b'"zz","../x"', 1),
    "of half a letter": order(b'"\\ud800"', b'"\\ud800"', 0),
}


@pytest.mark.parametrize("erasing", ORDERS.values(), ids=ORDERS)
def test_an_order_to_erase_nonsense_erases_nothing(tmp_path: Path, erasing: bytes) -> None:
    folder, device = tmp_path / "vault", tmp_path / "device"
    vault = Vault.create(folder, device, PASSPHRASE, CasebookIndex(), cost=CHEAP).vault
    vault.save([PERSON])
    vault._log.commit([(CONTROL, erasing)])
    vault.close()
    for enter in (Vault.unlock, Vault.rebuild):
        with enter(folder, device, PASSPHRASE, CasebookIndex()) as vault:
            assert PERSON in {leaf.body for leaf in vault.all_leaves()}
            assert vault.save([PERSON])
            assert all(finding.code != "object-damaged" for finding in vault.verify().findings)
            vault.roll_up()
