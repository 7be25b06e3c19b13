"""What columns mean: guessed from words in three languages or from values, and corrected."""

import pytest

from panoh.intake.spreadsheet import errors
from panoh.intake.spreadsheet.layout import Problem, as_layout, correct, fits, guess, meanings
from panoh.intake.spreadsheet.layout.headers import meaning_of, phrases
from panoh.intake.spreadsheet.reading import Sheet, SheetRow

BODY = [
    ["1", "Саидова Нигина Парвизовна", "1988", "01.10.2023", "задержана", "ГКНБ"],
    ["2", "Каримов Далер", "1990", "30.09.2023", "избит", "милиция"],
    ["3", "Рахимова Зебо", "1955", "02.10.2023", "угрозы", "ГКНБ"],
]


def sheet(*rows: list[str]) -> Sheet:
    return Sheet("", [SheetRow(number, tuple(row)) for number, row in enumerate(rows, 1)])


def found(*rows: list[str]) -> list[str]:
    return [column.meaning for column in guess(sheet(*rows)).columns]


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (
            ["No", "Full name", "Date of birth", "Date of detention", "What happened", "By whom"],
            ["row-key", "name", "born", "when", "what", "who"],
        ),
        (
            ["№ п/п", "Ф.И.О.", "Год рожд.", "Дата задержания", "Что произошло?", "Кем задержан"],
            ["row-key", "name", "born", "when", "what", "who"],
        ),
        (
            ["Р/т", "Ному насаб", "Соли таваллуд", "Санаи боздошт", "Чи шуд", "Мақомот"],
            ["row-key", "name", "born", "when", "what", "who"],
        ),
    ],
)
def test_header_words_in_english_russian_and_tajik(header: list[str], expected: list[str]) -> None:
    assert found(header, *BODY) == expected


def test_every_phrase_has_one_meaning_and_every_meaning_exists() -> None:
    assert set(phrases().values()) == set(meanings.MEANINGS)


def test_tajik_letters_typed_as_russian_ones_are_understood() -> None:
    assert meaning_of("Мақомот") == meaning_of("Макомот")


def test_a_name_beside_a_surname_is_the_given_name_and_alone_the_whole_one() -> None:
    assert found(["Surname", "Name"], ["Saidova", "Nigina"]) == ["surname", "given"]
    assert found(["Name", "Age"], ["Nigina Saidova", "35"]) == ["name", "age"]
    assert found(["Имя", "Место"], ["Нигина", "Восе"]) == ["name", "place"]


def test_without_a_header_the_cells_tell() -> None:
    result = guess(sheet(*BODY))

    assert result.header_row == 0
    assert result.header == ()
    assert [column.meaning for column in result.columns] == [
        "row-key", "name", "born", "when", "what", "who",
    ]  # fmt: skip
    assert "no-header" in {problem.code for problem in result.problems}


def test_a_header_in_words_nobody_knows_is_still_a_header() -> None:
    result = guess(sheet(["a", "b", "c", "d", "e", "f"], *BODY))

    assert result.header_row == 1
    assert "header-unknown" in {problem.code for problem in result.problems}
    assert result.columns[1].meaning == "name"


def test_a_title_above_the_header_is_passed_over() -> None:
    result = guess(sheet(["List of 5 October"], ["Full name", "Place"], ["Nigina Saidova", "Vose"]))

    assert result.header_row == 2


def test_two_columns_of_one_meaning_are_said_and_the_second_becomes_a_note() -> None:
    result = guess(sheet(["Фамилия", "Имя", "Дата задержания", "Дата ареста"], ["а", "б", "", ""]))

    assert [column.meaning for column in result.columns] == ["surname", "given", "when", "note"]
    assert result.problems[0] == Problem("meaning-twice", (4,))


def test_a_list_without_names_says_so() -> None:
    result = guess(sheet(["Место", "Дата"], ["Восе", "01.10.2023"]))

    assert not result.has_names
    assert {problem.code for problem in result.problems} == {"no-name-column", "no-act-column"}


@pytest.mark.parametrize(
    ("dates", "order"),
    [
        (["13/10/2023", "01/10/2023"], "dmy"),
        (["10/13/2023", "10/01/2023"], "mdy"),
        (["01/10/2023", "02/10/2023"], ""),
        (["13/10/2023", "10/13/2023"], ""),
    ],
)
def test_day_and_month_are_ordered_only_by_dates_that_allow_one_reading(
    dates: list[str], order: str
) -> None:
    result = guess(sheet(["Name", "Date"], *[["Nigina Saidova", day] for day in dates]))

    assert result.date_order == order
    assert ("date-order" in {problem.code for problem in result.problems}) is (order == "")


def test_a_correction_is_kept_and_takes_the_meaning_from_the_other_column() -> None:
    proposal = guess(sheet(["Имя", "Кто"], ["x", "Саидова Нигина"], ["y", "Каримов Далер"]))

    corrected = correct(proposal, {2: "name"}, date_order="dmy")

    assert [column.meaning for column in corrected.columns] == ["note", "name"]
    assert as_layout(corrected).columns == ("note", "name")
    assert as_layout(corrected).date_order == "dmy"


@pytest.mark.parametrize("wrong", [{9: "name"}, {0: "name"}, {1: "namme"}])
def test_corrections_that_name_nothing_are_refused(wrong: dict[int, str]) -> None:
    with pytest.raises(errors.LayoutUnfit):
        correct(guess(sheet(["Name"], ["Nigina Saidova"])), wrong)


def test_a_kept_layout_fits_a_sheet_with_the_same_header_only() -> None:
    layout = as_layout(guess(sheet(["Full name", "Place"], ["Nigina Saidova", "Vose"])))

    header = fits(layout, sheet(["title"], [" FULL NAME", "place ", ""], ["x", "y"]))

    assert header is not None
    assert header.number == 2
    assert fits(layout, sheet(["Place", "Full name"], ["x", "y"])) is None
