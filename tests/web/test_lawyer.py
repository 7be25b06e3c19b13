"""A lawyer's file in the pages: everything is seen first, the gate reads it, then it is sealed."""

import io
import logging
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from tests.casebook.building import act, consent, open_case, person, source
from tests.web.running import Running, running
from tests.web.test_complaint import SCRIPT, actions, after_work, looks, shown

from panoh.age import ScryptIdentity, X25519Identity, decrypt
from panoh.casebook.record import Case, save, tell
from panoh.legal.lawyer import giving
from panoh.legal.lawyer.periods import PERIODS
from panoh.legal.lawyer.questions import fitting
from panoh.model.kinds import Item
from panoh.model.kinds.item import Part

PHRASE = "olive kettle north ribbon six"
QUICK_KEY = X25519Identity.generate()


def stored(case: Case, name: str, data: bytes) -> str:
    """A file in the vault; its entity."""
    kept = case.vault.put_file(io.BytesIO(data))
    parts = tuple(Part(name, size) for name, size in kept.parts)
    record = Item(digest=kept.sha256, size=kept.size, unit=kept.unit, parts=parts, name=name)
    said = tell(case, record)
    save(case, [said])
    return said.about


class Detained:
    """Jamshed was taken and allows a lawyer to know; Farid was taken and nobody asked."""

    def __init__(self, case: Case) -> None:
        niso = source(case, "Niso", connection="relative", citation="described", described_as="kin")
        self.jamshed = person(case, "Jamshed Saidov", niso, "1968")
        self.farid = person(case, "Farid Rahimov", niso, "1972")
        for who in (self.jamshed, self.farid):
            act(case, who, "detention", "2023-09-30", niso)
        consent(
            case,
            self.jamshed,
            recipient="lawyer",
            what=("name", "facts", "birth"),
            uses=("advice",),
        )
        self.order = stored(case, "Jamshed_order.txt", b"Order of 30 September: to be held.")
        self.letter = stored(case, "letter.txt", b"They also took Farid Rahimov.")


@pytest.fixture
def detained(tmp_path: Path) -> Detained:
    case = open_case(tmp_path)
    with case.vault:
        return Detained(case)


@pytest.fixture
def site(tmp_path: Path, detained: Detained) -> Iterator[Running]:
    with running(tmp_path) as found:
        yield found


@pytest.fixture
def owner(site: Running) -> httpx.Client:
    return site.unlocked()


def made(owner: httpx.Client, who: str, *items: str, tongue: str = "en") -> httpx.Response:
    """The sheet and these stored files, before they are sealed."""
    form = {"person": who, "tongue": tongue, "item": list(items)}
    where = after_work(owner, owner.post("/lawyer/sheet", data=form))
    assert where == "/lawyer/ready"
    return owner.get(where)


def opened(sealed: bytes, opener: X25519Identity | ScryptIdentity) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(decrypt(sealed, [opener])))


def test_legal_offers_both_and_old_addresses_work(owner: httpx.Client, detained: Detained) -> None:
    page = owner.get("/legal")
    assert "Make a file for the lawyer" in shown(page)
    assert "A complaint to the UN" in shown(page)
    assert 'href="/legal" aria-current="page"' in page.text
    for path in ("/lawyer", "/complaint", f"/complaint?person={detained.jamshed}"):
        assert f'href="{path.split("?")[0]}"' in page.text
        assert owner.get(path).status_code == 200
    assert f"/lawyer?person={detained.jamshed}" in owner.get(f"/people/{detained.jamshed}").text


def test_questions_facts_and_periods_are_seen_before_anything_is_sealed(
    owner: httpx.Client, detained: Detained
) -> None:
    page = shown(made(owner, detained.jamshed))
    for group in fitting(("detention",), ("held",)):
        assert all(each in page for each in group.asked), group.heading
    for each in PERIODS:
        assert each.period in page
    assert "30 September 2023" in page
    assert "None is recorded. Ask which day is the first." in page  # no day is computed
    assert not re.search(r"30 January 2024|1 February 2024|four months: ", page)


def test_who_did_not_allow_it_is_left_out(owner: httpx.Client, detained: Detained) -> None:
    both = f"{detained.jamshed},{detained.farid}"
    told = shown(owner.get(f"/lawyer?person={both}"))
    assert "Allows: name, date of birth, what happened" in told
    assert "Will be left out: nobody recorded a consent" in told
    page = shown(made(owner, both))
    assert "Left out, because they did not allow it: 1." in page
    assert "Farid" not in page
    nobody = owner.get(f"/lawyer?person={detained.farid}")
    assert "Ask first; then go on." in shown(nobody)
    sent = owner.post("/lawyer/sheet", data={"person": detained.farid})
    assert after_work(owner, sent) == f"/lawyer?person={detained.farid}"


def test_the_gate_is_closed_until_the_consent_is_given(
    site: Running, owner: httpx.Client, detained: Detained
) -> None:
    """A letter that names Farid keeps everything here, whatever passphrase is typed."""
    page = made(owner, detained.jamshed, detained.letter)
    assert "The gate is closed" in shown(page)
    assert "Farid Rahimov : nobody recorded a consent" in shown(page)
    phrase = {"passphrase": PHRASE, "again": PHRASE, "looked": looks(page)}
    assert "The gate is closed" in shown(owner.post("/lawyer/seal", data=phrase), 422)
    assert actions(site) == []
    assert owner.get("/lawyer/sealed/file").headers["location"] == "/lawyer"
    asking = re.search(rf'href="(/people/{detained.farid}/consent[^"]*)"', page.text)
    assert asking
    assert "to=lawyer" in asking[1]
    said = {"answer": "yes", "what": ["name"], "recipient": "lawyer", "use": "advice"}
    said |= {"how": "spoken", "day": "2023-10-05", "for": detained.jamshed, "to": "lawyer"}
    answer = owner.post(f"/people/{detained.farid}/consent", data=said | {"way": "advice"})
    after = owner.get(answer.headers["location"])
    assert "Allowed today: a lawyer, legal advice" in shown(after)
    assert f'href="/lawyer?person={detained.jamshed}"' in after.text
    assert after_work(owner, owner.post("/lawyer/again")) == "/lawyer/ready"
    key = {"key": str(QUICK_KEY.recipient())}
    given = owner.post("/lawyer/seal", data=key)
    assert given.headers["location"] == "/lawyer/sealed"
    (noted,) = actions(site)
    assert (noted["recipient"], noted["type"]) == ("lawyer", "advice")
    assert len(noted["documents"]) == 3  # type: ignore[arg-type]  # the sheet, the letter, the seal


def test_one_sealed_file_comes_out_and_opens(owner: httpx.Client, detained: Detained) -> None:
    made(owner, detained.jamshed, detained.order)
    for form, opener in (
        ({"key": f" {QUICK_KEY.recipient()} "}, QUICK_KEY),
        ({"passphrase": PHRASE, "again": PHRASE}, ScryptIdentity(PHRASE)),
    ):
        made(owner, detained.jamshed, detained.order)
        assert owner.post("/lawyer/seal", data=form).headers["location"] == "/lawyer/sealed"
        file = owner.get("/lawyer/sealed/file")
        told = re.search(r'filename="(privileged-\d{4}-\d\d-\d\d\.zip\.age)"', str(file.headers))
        assert told
        assert told[1] in shown(owner.get("/lawyer/sealed"))
        with opened(file.content, opener) as archive:
            mark, sheet, order = archive.namelist()
            assert b"Privileged" in archive.read(mark)
            assert archive.read(sheet).startswith(b"%PDF-")
            assert "Jamshed" not in order  # its name might name somebody
            assert archive.read(order) == b"Order of 30 September: to be held."


def test_a_day_to_ask_the_lawyer_again_is_named_where_the_file_is_taken(
    owner: httpx.Client, detained: Detained
) -> None:
    made(owner, detained.jamshed, detained.order)
    owner.post("/lawyer/seal", data={"key": str(QUICK_KEY.recipient())})
    action = re.search(r'action="(/sent/[0-9a-f]+)/again"', owner.get("/lawyer/sealed").text)
    assert action
    owner.post(f"{action[1]}/again", data={"action.reply_due": "13.10.2023"})
    assert "Ask again: a lawyer" in shown(owner.get("/today"))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({}, "Choose one way to seal"),
        ({"key": "age1nonsense"}, "This is not an age recipient"),
        ({"key": str(QUICK_KEY.recipient()), "passphrase": PHRASE}, "Choose one way to seal"),
        ({"passphrase": PHRASE}, "The two passphrases are not the same."),
        ({"passphrase": "kettle6", "again": "kettle6"}, "at least twelve characters"),
    ],
)
def test_a_seal_that_is_not_clear_gives_nothing(
    site: Running, owner: httpx.Client, detained: Detained, typed: dict[str, str], said: str
) -> None:
    made(owner, detained.jamshed)
    answer = owner.post("/lawyer/seal", data=typed)
    assert said in shown(answer, 422)
    assert actions(site) == []
    assert owner.get("/lawyer/sealed/file").status_code == 303
    assert typed.get("passphrase", "-----") not in answer.text


def test_the_passphrase_is_kept_nowhere(
    tmp_path: Path,
    site: Running,
    owner: httpx.Client,
    detained: Detained,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level(logging.DEBUG)
    made(owner, detained.jamshed)
    answer = owner.post("/lawyer/seal", data={"passphrase": PHRASE, "again": PHRASE})
    assert answer.status_code == 303
    page = owner.get(answer.headers["location"])
    out = capfd.readouterr()
    heard = [caplog.text, out.out, out.err, str(answer.headers), page.text, str(page.url)]
    assert not [each for each in heard if PHRASE in each or "olive" in each]
    assert "POST" in caplog.text  # it would have been heard there
    kept = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert kept
    assert not [path for path in kept if b"olive kettle" in path.read_bytes()]
    assert PHRASE not in repr(site.desk.tray)
    assert not list(tmp_path.rglob("privileged*"))


def test_locking_forgets_it(site: Running, owner: httpx.Client, detained: Detained) -> None:
    made(owner, detained.jamshed)
    owner.post("/lawyer/seal", data={"key": str(QUICK_KEY.recipient())})
    assert owner.get("/lawyer/sealed/file").status_code == 200
    owner.post("/lock")
    assert site.desk.tray == {}


def test_more_than_memory_holds_is_refused(
    owner: httpx.Client, detained: Detained, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(giving, "MOST_BYTES", 20)
    sent = owner.post("/lawyer/sheet", data={"person": detained.jamshed, "item": detained.order})
    where = after_work(owner, sent)
    assert "These files are more than" in shown(owner.get(where), 422)


def test_hostile_words_are_shown_as_words(owner: httpx.Client, detained: Detained) -> None:
    made(owner, detained.jamshed, SCRIPT, "0" * 32, tongue=SCRIPT)
    pages = [
        owner.post("/lawyer/seal", data={"key": SCRIPT, "looked": SCRIPT}),
        owner.post("/lawyer", data={"words": SCRIPT, "person": SCRIPT}),
    ]
    for page in pages:
        assert page.status_code in (200, 422)
        assert "<script>alert" not in page.text
        assert "&lt;script&gt;alert(1)" in page.text
    assert owner.get(f"/lawyer?person={SCRIPT}").status_code == 200
    assert owner.post("/lawyer/sheet", data={"person": SCRIPT}).headers["location"] == "/lawyer"
