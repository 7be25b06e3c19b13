"""A joint appeal: each signature is an answer of its own, and who did not sign is not there."""

from pathlib import Path

import pytest
from tests.advocacy.publishing import ENGLISH, all_sign, signing
from tests.casebook.building import consent, noon, person

from panoh.advocacy.errors import NotAsked, NoText, PublicationUnsure
from panoh.advocacy.giving import give_publication, made, stops
from panoh.advocacy.gone import gone_of, gone_with
from panoh.advocacy.publications import begin, publication, write, write_text
from panoh.advocacy.signing import ASKED, REFUSED, SIGNED, WITHDRAWN, answer, signatories
from panoh.casebook.consent.answers import Use
from panoh.casebook.consent.gate import Outgoing, inspect
from panoh.casebook.consent.giving import hand_over
from panoh.casebook.consent.reading import read
from panoh.casebook.record import Case, save, tell
from panoh.model.kinds import Publication, Text

DAY = noon().date()


def words(files: tuple[Outgoing, ...]) -> str:
    """Everything that the files say, their names among it."""
    return "\n".join(piece.text for file in files for piece in read(file.name, file.data))


def states(case: Case, told: object) -> dict[str, str]:
    found = signatories(case.vault.db, told.file(case), DAY)  # type: ignore[attr-defined]
    return {each.root: each.state for each in found}


def test_only_who_said_yes_to_this_appeal_is_printed(case: Case) -> None:
    told = signing(case)
    answer(case, told.file(case), told.gulnora, SIGNED)
    answer(case, told.file(case), told.farrukh, REFUSED)
    assert states(case, told) == {
        told.gulnora: SIGNED, told.farrukh: REFUSED, told.anvar: ASKED,
    }  # fmt: skip
    said = words(made(case, told.file(case)).files)
    assert "Gulnora Nazarova" in said
    for absent in ("Boboev", "Бобоев", "Kholov", "Холов"):
        assert absent not in said


def test_a_yes_to_everything_is_no_signature(case: Case) -> None:
    told = signing(case)
    consent(case, told.anvar, recipient="public", what=("all",), uses=("publication",))
    assert states(case, told)[told.anvar] == ASKED
    assert "Kholov" not in words(made(case, told.file(case)).files)


def test_a_signature_opens_no_other_way_out(case: Case) -> None:
    told = signing(case)
    all_sign(case, told)
    other = [Outgoing("letter.txt", b"Gulnora Nazarova said so.")]
    assert not inspect(case.vault.db, other, told.file(case).way(DAY))
    assert inspect(case.vault.db, other, Use("public", "publication", DAY))
    second = begin(case, Publication(type="appeal", name="other", texts=(ENGLISH,)))
    assert inspect(case.vault.db, other, publication(case.vault.db, second).way(DAY))


def test_each_language_is_a_pdf_and_a_text_and_the_gate_lets_them_out(
    case: Case, tmp_path: Path
) -> None:
    told = signing(case)
    all_sign(case, told)
    what = made(case, told.file(case))
    outcome = give_publication(case, what, tmp_path / "out")
    assert outcome.stops == ()
    assert sorted(path.name for path in outcome.paths) == [
        "appeal-2023-10-07-en.pdf", "appeal-2023-10-07-en.txt",
        "appeal-2023-10-07-ru.pdf", "appeal-2023-10-07-ru.txt",
    ]  # fmt: skip
    text = (tmp_path / "out" / "appeal-2023-10-07-ru.txt").read_text("utf-8")
    assert "Джамшеда Саидова" in text
    assert "Подписали:" in text
    assert text.count("\n- ") == 3


def test_who_withdraws_is_gone_from_what_follows_and_what_went_out_is_listed(
    case: Case, tmp_path: Path
) -> None:
    told = signing(case)
    all_sign(case, told)
    first = made(case, told.file(case))
    give_publication(case, first, tmp_path / "first")
    assert [each.publication for each in gone_with(case.vault.db, told.anvar)] == [told.root]
    answer(case, told.file(case), told.anvar, WITHDRAWN)
    assert states(case, told)[told.anvar] == WITHDRAWN
    # what was made before does not leave any more
    assert {stop.root for stop in stops(case, first)} == {told.anvar}
    second = made(case, told.file(case))
    assert "Kholov" not in words(second.files)
    assert give_publication(case, second, tmp_path / "second").stops == ()
    [gone] = gone_with(case.vault.db, told.anvar, told.root)
    assert gone.recipient == "public"
    assert gone.when is not None
    assert gone.when.edtf == "2023-10-07"
    assert len(gone.documents) == len(first.files)
    assert len(gone_of(case.vault.db, told.root)) == 2


def test_who_withdrew_may_sign_again_and_a_general_no_stays(case: Case) -> None:
    told = signing(case)
    all_sign(case, told)
    answer(case, told.file(case), told.anvar, WITHDRAWN)
    answer(case, told.file(case), told.anvar, SIGNED)
    assert states(case, told)[told.anvar] == SIGNED
    consent(case, told.anvar, "no", recipient="public", what=(), uses=())
    assert states(case, told)[told.anvar] == REFUSED
    answer(case, told.file(case), told.anvar, SIGNED)
    assert states(case, told)[told.anvar] == REFUSED


def test_a_sister_named_in_the_text_in_any_form_keeps_it_in(case: Case, tmp_path: Path) -> None:
    told = signing(case)
    sister = person(case, "Мадина Саидова", born="1990")
    write_text(case, told.root, Text("ru", "Обращение", "Мадину Саидову уволили из-за брата."))
    outcome = give_publication(case, made(case, told.file(case)), tmp_path / "out")
    assert sister in {stop.root for stop in outcome.stops}
    assert not (tmp_path / "out").exists()


def test_two_texts_of_two_members_are_not_chosen_between(case: Case) -> None:
    told = signing(case)
    save(case, [tell(case, Publication(texts=(Text("en", "Other", "Words"),)), told.root)])
    with pytest.raises(PublicationUnsure):
        made(case, told.file(case))
    write(case, told.root, {"texts": (ENGLISH,)})
    assert made(case, told.file(case)).files


def test_nothing_is_made_of_nothing_and_nobody_answers_unasked(case: Case) -> None:
    told = signing(case)
    empty = publication(case.vault.db, begin(case, Publication(type="appeal", name="empty")))
    with pytest.raises(NoText):
        made(case, empty)
    with pytest.raises(NotAsked):
        answer(case, told.file(case), told.jamshed, SIGNED)


def test_what_is_handed_over_from_memory_is_noted_as_well(case: Case) -> None:
    told = signing(case)
    all_sign(case, told)
    what = made(case, told.file(case))
    hand_over(case, what.files, what.use, persons=what.persons, state="final")
    assert [gone.publication for gone in gone_of(case.vault.db, told.root)] == [told.root]
