"""The lists of the example agree with the truth and the judgements shipped beside them."""

from collections.abc import Iterable
from typing import Any

import pytest
from tests.demo.reading import (
    CASE,
    EXAMPLE,
    EXILES,
    FOLD,
    JUDGED,
    LISTS,
    OWNER,
    PEOPLE,
    TOLD,
    TRUTH,
    UNREADABLE,
    Row,
    at,
    cell,
    load,
    pair,
    rows,
    rows_of,
)

PEOPLE_FILES = (
    "sources",
    "exiles",
    "judgements",
    "consents",
    "case",
    "truth",
    "prepared",
    "published",
)

# What the cells say, written down a second time and not taken from the truth.
WORDS = {
    "дастгир": "detention",
    "задержан": "detention",
    "пурсиш": "questioning",
    "допрошен": "questioning",
    "лату кӯб": "beating",
    "избит": "beating",
    "таҳдид": "threat",
    "угроз": "threat",
    "таҳқир": "insult",
    "оскорблен": "insult",
    "видео": "forced_video",
    "кофтуков": "house_search",
    "обыск": "house_search",
    "аз кор": "dismissal",
    "манъи сафар": "exit_ban",
    "запрет на выезд": "exit_ban",
    "талаби баргаштан": "hostage_demand",
    "требование вернуть": "hostage_demand",
}


def groups(things: Iterable[Any], joined: Iterable[tuple[Any, Any]]) -> int:
    """How many things remain when the joined ones are one."""
    parent = {thing: thing for thing in things}

    def root(thing: Any) -> Any:
        while parent[thing] != thing:
            thing = parent[thing]
        return thing

    for one, other in joined:
        parent[root(one)] = root(other)
    return len({root(thing) for thing in parent})


# The files as a spreadsheet program would have left them


def test_list_a_is_utf8_with_a_mark_and_semicolons() -> None:
    raw = (EXAMPLE / "list_a.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert {"ғ", "ӣ", "қ", "ӯ", "ҳ", "ҷ"} <= set(raw.decode("utf-8-sig").lower())
    assert len(rows("a")) == TRUTH["totals"]["rows_a"] == 32


def test_list_b_is_windows_1251_and_nothing_else() -> None:
    raw = (EXAMPLE / "list_b.csv").read_bytes()
    with pytest.raises(UnicodeDecodeError):
        raw.decode("utf-8")
    assert raw.decode("cp1251").startswith("Фамилия,Имя,Отчество,Дата рождения,")
    assert len(rows("b")) == TRUTH["totals"]["rows_b"] == 30


@pytest.mark.parametrize("which", ["a", "b"])
def test_row_numbers_are_line_numbers(which: str) -> None:
    lines = (EXAMPLE / f"list_{which}.csv").read_bytes().count(b"\n")
    assert lines == len(rows(which)) + 1


# Invented, and said so wherever somebody might look


def test_every_row_says_that_it_is_invented() -> None:
    assert {cell(row, "Мисол", "Пример") for row in LISTS} == {"сохта", "вымысел"}


@pytest.mark.parametrize("name", PEOPLE_FILES)
def test_every_file_about_people_opens_with_the_notice(name: str) -> None:
    first, notice = next(iter(load(name).items()))
    assert first == "fictional"
    assert "invented" in notice


def test_groups_and_submitter_are_marked_in_their_names() -> None:
    names = [source["code_name"] for source in load("sources")["sources"]]
    names += [CASE["matter"]["submitter"], JUDGED["by"]]
    assert all(name.endswith("(fictional)") for name in names)
    assert "INVENTED" in CASE["banner"]


# The truth and the lists


def test_every_row_is_one_person_or_unreadable() -> None:
    told = [row for person in PEOPLE.values() for row in rows_of(person)]
    assert len(told) == len(set(told))
    assert set(told) | UNREADABLE == set(LISTS)
    assert not set(told) & UNREADABLE
    assert set(TOLD) == set(told)


def test_the_unreadable_row_names_nobody() -> None:
    for row in UNREADABLE:
        marked = {key: text for key, text in LISTS[row].items() if key != "Мисол"}
        assert not any(letter.isalpha() for text in marked.values() for letter in text)


def test_rows_tell_the_acts_that_the_truth_says_they_tell() -> None:
    for row, told in TOLD.items():
        text = cell(row, "Чӣ шуд", "Что произошло")
        found = [{act for word, act in WORDS.items() if word in part} for part in text.split(", ")]
        assert [{act} for act in told] == found, row


def test_rows_name_the_exile_of_their_person() -> None:
    for row, owner in OWNER.items():
        exile = EXILES[PEOPLE[owner]["exile"]]
        given = exile["name"].split()[1].lower().translate(FOLD)
        kin = cell(row, "Хеши кӣ", "Чей родственник").lower().translate(FOLD)
        assert given in kin or exile["latin"].split()[0].lower() in kin, row


def test_several_families_and_several_relatives_of_each() -> None:
    by_exile = [sum(p["exile"] == exile for p in PEOPLE.values()) for exile in EXILES]
    assert len(by_exile) == 8
    assert min(by_exile) >= 4


def test_people_and_acts_add_up() -> None:
    totals = TRUTH["totals"]
    acts = [act for person in PEOPLE.values() for act in person["acts"]]
    assert totals["people"] == len(PEOPLE) == 40
    assert totals["acts"] == sum(act["count"] for act in acts)
    assert totals["acts_told"] == sum(map(len, TOLD.values()))
    assert totals["readable_rows"] == len(OWNER)
    for person in PEOPLE.values():
        told = {act for row in rows_of(person) for act in TOLD[row]}
        assert told == {act["type"] for act in person["acts"]}


def test_who_was_detained_twice_is_the_one_whose_acts_are_judged_apart() -> None:
    twice = {p["id"] for p in PEOPLE.values() if any(act["count"] > 1 for act in p["acts"])}
    apart = {OWNER[at(entry["a"])] for entry in JUDGED["acts"] if entry["same"] is False}
    assert twice == apart == {p["id"] for p in PEOPLE.values() if len(p["detained"]) > 1}


def test_half_of_the_people_stand_in_both_lists() -> None:
    both = [p for p in PEOPLE.values() if p["list_a"] and p["list_b"]]
    assert len(both) == 20
    assert [p["list_a"] for p in PEOPLE.values() if len(p["list_a"]) > 1] == [[18, 33]]


def test_ages_run_from_one_and_a_half_to_eighty_one() -> None:
    def age(born: str) -> float:
        year, month = (*born.split("-"), "9")[:2]
        return 2023 - int(year) + (9 - int(month)) / 12

    ages = {p["id"]: age(p["born"]) for p in PEOPLE.values()}
    assert (min(ages.values()), max(ages.values())) == (1.5, 81)
    assert PEOPLE[max(ages, key=lambda who: ages[who])]["sex"] == "female"


def birth_years(text: str) -> set[int]:
    """The years in which someone with this date of birth, or this age in autumn 2023, was born."""
    if text.endswith(" сола"):
        age = float(text.removesuffix(" сола").replace(",", "."))
        return {int(2023.75 - age - 0.99), int(2023.75 - age)}
    return {int(text.rsplit(".", maxsplit=1)[-1])}


def test_births_are_those_of_the_person_or_told_as_contradictions() -> None:
    told = {(e["person"], v) for e in TRUTH["contradictions"] for v in e["values"]}
    for row, owner in OWNER.items():
        text = cell(row, "Соли таваллуд", "Дата рождения")
        true_year = int(PEOPLE[owner]["born"][:4])
        assert not text or true_year in birth_years(text) or (owner, text) in told, row


def test_each_kind_of_act_is_there_and_the_rare_ones_once() -> None:
    victims = dict.fromkeys(WORDS.values(), 0)
    for person in PEOPLE.values():
        for act in person["acts"]:
            victims[act["type"]] += 1
    assert victims["detention"] > 25
    assert victims["forced_video"] > 5
    assert victims["house_search"] == victims["dismissal"] == victims["exit_ban"] == 1


# Contradictions


def known(row: Row, field: str) -> str:
    """A value of a row that is definite enough to contradict another, or nothing."""
    text = {
        "born": cell(row, "Соли таваллуд", "Дата рождения"),
        "detained": cell(row, "Санаи дастгирӣ", "Дата задержания"),
        "released": cell(row, "Озод шуд", "Освобождён"),
    }[field]
    if text in {"не", "нет"}:
        return "no"
    parts = text.split(".")
    if field == "born":
        return parts[-1] if parts[-1].isdigit() and len(parts[-1]) == 4 else ""
    return "-".join(reversed(parts)) if len(parts) == 3 and "".join(parts).isdigit() else ""


def test_contradictions_are_all_of_those_in_the_lists() -> None:
    apart = {OWNER[at(entry["a"])] for entry in JUDGED["acts"] if entry["same"] is False}
    found = {
        (person["id"], field): sorted(values)
        for person in PEOPLE.values()
        for field in ("born", "detained", "released")
        if len(values := {known(row, field) for row in rows_of(person)} - {""}) > 1
        and person["id"] not in apart
    }
    listed = {
        (entry["person"], entry["field"]): entry["values"]
        for entry in TRUTH["contradictions"]
        if entry["field"] != "place" and "only" not in entry
    }
    assert found == listed
    assert {field for _, field in found} == {"born", "detained", "released"}


def test_places_that_differ_stand_in_the_rows() -> None:
    for entry in TRUTH["contradictions"]:
        if entry["field"] == "place":
            cells = {
                cell(row, "Ҷой (ноҳия)", "Место").lower().translate(FOLD).replace("дж", "ҷ")
                for row in rows_of(PEOPLE[entry["person"]])
            }
            for place in entry["values"]:
                assert any(text[:3] == place.lower().translate(FOLD)[:3] for text in cells), place


# Judgements


def test_judgements_say_what_is_true_once_and_of_rows_that_exist() -> None:
    pairs = [frozenset(pair(entry)) for entry in [*JUDGED["persons"], *JUDGED["left_open"]]]
    assert len(pairs) == len(set(pairs))
    for entry in JUDGED["persons"]:
        one, other = pair(entry)
        assert entry["why"]
        if entry["verdict"] != "unsure":
            assert (OWNER[one] == OWNER[other]) == (entry["verdict"] == "same"), (one, other)
    assert all(row in OWNER for two in pairs for row in two)


def test_some_pairs_stay_open() -> None:
    unsure = [entry for entry in JUDGED["persons"] if entry["verdict"] == "unsure"]
    assert (len(unsure), len(JUDGED["left_open"])) == (2, 1)
    truly_one = [OWNER[one] == OWNER[other] for one, other in map(pair, unsure)]
    assert set(truly_one) == {True, False}


def test_acts_are_judged_for_every_joined_pair_and_no_other() -> None:
    same = {pair(entry) for entry in JUDGED["persons"] if entry["verdict"] == "same"}
    assert {pair(entry) for entry in JUDGED["acts"]} == same
    assert {entry["same"] for entry in JUDGED["acts"]} == {True, False, None}
    for one, other in map(pair, JUDGED["acts"]):
        assert set(TOLD[one]) & set(TOLD[other]), (one, other)


def test_every_row_that_names_an_exile_is_judged_to_name_that_one() -> None:
    named = {
        (which, row): entry["exile"]
        for entry in JUDGED["exiles"]
        for which in "ab"
        for row in entry[which]
    }
    assert named == {row: PEOPLE[owner]["exile"] for row, owner in OWNER.items()}
    assert {entry["verdict"] for entry in JUDGED["exiles"]} == {"same"}


def test_the_two_detained_brothers_are_told_apart() -> None:
    ismat, izzatullo = PEOPLE["P02"], PEOPLE["P03"]
    surname, given, father = ismat["name"].split()
    assert izzatullo["name"].split()[0] == surname
    assert izzatullo["name"].split()[1] != given
    assert izzatullo["name"].split()[2] == father
    assert ismat["place"] == izzatullo["place"]
    assert (("a", 3), ("a", 4)) in judged_different()
    assert_never_same("P02", "P03")


def test_the_two_men_with_one_name_are_told_apart() -> None:
    names: dict[str, list[str]] = {}
    for row in (row for row in OWNER if row[0] == "a"):
        names.setdefault(LISTS[row]["Насаб ва ном"], []).append(OWNER[row])
    (namesakes,) = [who for who in names.values() if len(who) > 1]
    one, other = (PEOPLE[who] for who in namesakes)
    assert one["name"] == other["name"]
    assert one["born"] != other["born"]
    assert one["place"] != other["place"]
    assert (("a", one["list_a"][0]), ("a", other["list_a"][0])) in judged_different()
    assert_never_same(*namesakes)


def judged_different() -> set[tuple[Row, Row]]:
    return {pair(entry) for entry in JUDGED["persons"] if entry["verdict"] == "different"}


def assert_never_same(one: str, other: str) -> None:
    for entry in JUDGED["persons"]:
        if {OWNER[row] for row in pair(entry)} == {one, other}:
            assert entry["verdict"] == "different"


def test_ranges_follow_from_the_judgements_and_hold_the_truth() -> None:
    same = [pair(entry) for entry in JUDGED["persons"] if entry["verdict"] == "same"]
    doubtful = [pair(e) for e in JUDGED["persons"] if e["verdict"] == "unsure"]
    doubtful += [pair(entry) for entry in JUDGED["left_open"]]
    acts = [(row, act) for row, told in TOLD.items() for act in told]

    def joined(pairs: Iterable[tuple[Row, Row]]) -> list[Any]:
        return [((a, t), (b, t)) for a, b in pairs for t in set(TOLD[a]) & set(TOLD[b])]

    sure = joined(pair(entry) for entry in JUDGED["acts"] if entry["same"])
    maybe = joined(pair(entry) for entry in JUDGED["acts"] if entry["same"] is None)
    after = TRUTH["after_judgements"]
    assert after["people"] == [groups(OWNER, same + doubtful), groups(OWNER, same)]
    assert after["acts"] == [groups(acts, sure + maybe + joined(doubtful)), groups(acts, sure)]
    assert after["people"][0] <= TRUTH["totals"]["people"] <= after["people"][1]
    assert after["acts"][0] <= TRUTH["totals"]["acts"] <= after["acts"][1]
