"""What a lawyer gets: read by the gate before it is sealed, and opened with stock tools."""

import io
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.casebook.building import act, consent, open_case, person, source, status

from panoh.age import ScryptIdentity, ScryptRecipient, X25519Identity, decrypt
from panoh.casebook.consent.reading import read
from panoh.casebook.record import Case
from panoh.legal.errors import NobodyForLawyer
from panoh.legal.lawyer.giving import give_lawyer, selection
from panoh.legal.lawyer.questions import QUESTIONS, fitting
from panoh.legal.lawyer.sheet import Sheet
from panoh.model.thesauri import ACTS, STATUSES

DAY = date(2023, 10, 7)
QUICK = ScryptRecipient("four words for him", work_factor=1)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    opened = open_case(tmp_path)
    yield opened
    opened.vault.close()


def jamshed(case: Case, *, allowed: bool = True) -> str:
    niso = source(case, "Niso", citation="described", described_as="a group of relatives")
    bahor = source(case, "Bahor", citation="nothing")
    who = person(case, "Ҷамшед Саидов", niso, born="1985")
    held = act(case, who, "detention", "2023-09-30", niso)
    act(case, who, "passport_refusal", "2022", bahor)
    status(case, who, "held", "2023-10-05", niso)
    assert held
    if allowed:
        consent(case, who, recipient="lawyer", what=("name", "facts", "birth"), uses=("advice",))
    return who


def words(case: Case, sheet: Sheet) -> str:
    return "\n".join(p.text for f in selection(case, sheet) for p in read(f.name, f.data))


def test_the_sheet_tells_facts_days_and_fitting_questions(case: Case) -> None:
    sheet = Sheet((jamshed(case),), "en", DAY)
    said = " ".join(words(case, sheet).split())
    for each in (
        "Privileged and confidential", "Ҷамшед Саидов", "30 September 2023",
        "a group of relatives", "a source whose identity is withheld", "When must a judge decide",
        "Does asking our embassy", "gives no legal advice", "not confirmed",
    ):  # fmt: skip
        assert each in said, each
    for absent in ("Niso", "Bahor", "wanted notice"):
        assert absent not in said


def test_in_russian_no_english_is_left(case: Case) -> None:
    said = words(case, Sheet((jamshed(case),), "ru", DAY))
    assert "Адвокатская тайна" in said
    for english in ("Which ", "Who ", "Looked", "days or"):
        assert english not in said.replace("a group of relatives", "")


def test_nobody_unasked_reaches_the_lawyer(case: Case) -> None:
    who = jamshed(case, allowed=False)
    with pytest.raises(NobodyForLawyer):
        selection(case, Sheet((who,), "en", DAY))


def test_it_is_sealed_to_a_passphrase_or_a_key_and_marked(case: Case, tmp_path: Path) -> None:
    sheet = Sheet((jamshed(case),), "en", DAY)
    identity = X25519Identity.generate()
    for folder, recipient, opener in (
        ("a", QUICK, ScryptIdentity(QUICK.passphrase)),
        ("b", identity.recipient(), identity),
    ):
        [path] = give_lawyer(case, sheet, tmp_path / folder, recipients=[recipient]).paths
        assert path.name == "privileged-2023-10-07.zip.age"
        assert path.stat().st_mode & 0o077 == 0
        with zipfile.ZipFile(io.BytesIO(decrypt(path.read_bytes(), [opener]))) as archive:
            assert archive.namelist() == ["PRIVILEGED.txt", "lawyer-2023-10-07.pdf"]
            assert b"Privileged" in archive.read("PRIVILEGED.txt")


def test_what_the_seal_hides_the_gate_has_read(case: Case, tmp_path: Path) -> None:
    """A woman named in the words of a source keeps all of it here, sealed or not."""
    who = jamshed(case)
    other = person(case, "Наргис Раҷабова")
    act(case, who, "threat", "2023-10-01", source(
        case, "X", citation="described", described_as="сестра Наргиз Раҷабовой"))  # fmt: skip
    outcome = give_lawyer(case, Sheet((who,), "en", DAY), tmp_path / "more", recipients=[QUICK])
    assert other in {stop.root for stop in outcome.stops}
    assert not (tmp_path / "more").exists()


def test_stock_age_opens_it(case: Case, tmp_path: Path) -> None:
    if shutil.which("age") is None:
        pytest.skip("age is absent")
    identity = X25519Identity.generate()
    key = tmp_path / "key.txt"
    key.write_text(str(identity))
    sheet = Sheet((jamshed(case),), "en", DAY)
    [path] = give_lawyer(case, sheet, tmp_path / "out", recipients=[identity.recipient()]).paths
    plain = subprocess.run(
        ["age", "-d", "-i", str(key), str(path)], capture_output=True, check=True
    ).stdout
    assert zipfile.ZipFile(io.BytesIO(plain)).testzip() is None


def test_every_question_belongs_to_terms_that_exist() -> None:
    for each in QUESTIONS:
        assert each.acts <= set(ACTS.terms)
        assert each.states <= set(STATUSES.terms)
    assert len(fitting((), ())) < len(QUESTIONS)
    assert len(fitting(ACTS.terms, STATUSES.terms)) == len(QUESTIONS)
