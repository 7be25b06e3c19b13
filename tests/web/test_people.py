"""A person's file in the pages: everything told, with its source; settling, hiding, searching."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import httpx
import pytest
from tests.casebook.building import act, open_case, person, source, status
from tests.web.running import Running, running

from panoh.casebook.index.reading import view_of
from panoh.casebook.record import Case, save, tell
from panoh.model.kinds import Link, Mention
from panoh.web.people.person import SHOWN

#: What somebody may type into any field, hoping that a page will run it.
SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'{{7*7}}"


class Berlin:
    """Jahongir was taken; two lists differ on the day; it was meant to pressure his son Nekruz."""

    def __init__(self, case: Case) -> None:
        niso = source(case, "Niso", connection="relative")
        bahor = source(case, "Bahor")
        self.jahongir = person(case, "Ҷаҳонгир Ниёзмадзода", niso, "1968")
        self.nekruz = person(case, "Некрӯз Ниёзмадов", niso)
        told = {"pressured": (Mention(entity=self.nekruz),)}
        self.detained = act(case, self.jahongir, "detention", "2023-09-30", niso, **told)
        act_again = tell(
            case, _when(case, self.detained, "2023-10-01"), self.detained, _from(bahor)
        )
        save(case, [act_again])
        status(case, self.jahongir, "released", "2023-10-05", niso)
        self.farrukh = person(case, "Фаррух", niso)
        status(case, self.farrukh, "held", "2023-09-01", niso)
        kin = Link(start=self.jahongir, end=self.nekruz, relation="father")
        save(case, [tell(case, kin, context=_from(niso))])


def _when(case: Case, about: str, day: str):  # type: ignore[no-untyped-def]
    from panoh.model.dates import PartialDate
    from panoh.model.kinds import Act

    victim = view_of(case.vault.db, about).told("victim")[0].value
    return Act(victim=victim, type="detention", when=PartialDate(day))


def _from(entity: str):  # type: ignore[no-untyped-def]
    from panoh.casebook.record import Context

    return Context(entity)


@pytest.fixture
def berlin(tmp_path: Path) -> Berlin:
    case = open_case(tmp_path)
    with case.vault:
        return Berlin(case)


@pytest.fixture
def site(tmp_path: Path, berlin: Berlin) -> Iterator[Running]:
    with running(tmp_path) as found:
        yield found


@pytest.fixture
def owner(site: Running) -> httpx.Client:
    return site.unlocked()


def words(answer: httpx.Response) -> str:
    """The page as a reader sees it."""
    assert answer.status_code == 200, answer.text
    inner = re.sub(r"<svg.*?</svg>|<[^>]+>", " ", answer.text, flags=re.DOTALL)
    return re.sub(r"\s+", " ", inner)


def test_the_file_tells_everything_with_its_source(owner: httpx.Client, berlin: Berlin) -> None:
    told = words(owner.get(f"/people/{berlin.jahongir}"))
    assert "Ҷаҳонгир Ниёзмадзода" in told
    assert "born 1968" in told
    assert "1 October 2023 ≠ 30 September 2023" in told or (
        "30 September 2023 ≠ 1 October 2023" in told
    )
    assert "Niso" in told
    assert "Bahor" in told
    assert "released 5 October 2023" in told
    assert "Некрӯз Ниёзмадов" in told


def test_what_was_done_because_of_somebody_stands_in_their_file(
    owner: httpx.Client, berlin: Berlin
) -> None:
    told = words(owner.get(f"/people/{berlin.nekruz}"))
    assert "Done to others because of this person" in told
    assert "Ҷаҳонгир Ниёзмадзода" in told


def test_a_contradiction_is_settled_and_taken_back(owner: httpx.Client, berlin: Berlin) -> None:
    path = f"/people/{berlin.jahongir}/settle"
    page = owner.get(path)
    assert "Which do you rely on?" in page.text
    chosen = _statement_beside(page.text, "30 September 2023")
    form = {"entity": berlin.detained, "field": "when", "statement": chosen, "why": "he told us"}
    assert owner.post(path, data=form).status_code == 303
    assert 'title="sources differ"' not in owner.get(path).text
    assert "≠" not in words(owner.get(f"/people/{berlin.jahongir}"))
    again = {"entity": berlin.detained, "field": "when"}
    assert owner.post(f"/people/{berlin.jahongir}/reopen", data=again).status_code == 303
    assert 'title="sources differ"' in owner.get(path).text


def _statement_beside(page: str, text: str) -> str:
    found = re.search(rf'value="([0-9a-f]+)"[^<]*>\s*<span><span class="words">{text}', page)
    assert found
    return found[1]


def test_after_how_many_days_of_silence_one_is_told_is_said_on_the_page(
    owner: httpx.Client, berlin: Berlin
) -> None:
    path = f"/people/{berlin.nekruz}"
    assert "Tell me when" not in words(owner.get(path)), "nobody waits for word of him"
    told = owner.get(f"/people/{berlin.farrukh}")
    assert 'name="days"' in told.text
    assert 'value="7"' in told.text
    assert f"/people/{berlin.farrukh}" in owner.get("/people?among=silent").text
    since = date(2023, 9, 1)
    days = (datetime.now(UTC).date() - since).days
    assert days > 365, "so long a silence is told of, whatever anybody chose"
    change = f"/people/{berlin.farrukh}/patience"
    assert owner.post(change, data={"days": "30"}).status_code == 303
    assert 'value="30"' in owner.get(f"/people/{berlin.farrukh}").text
    assert "so many days: 30" not in words(owner.get(f"/people/{berlin.farrukh}"))
    for wrong in ("0", "400", "soon", ""):
        assert owner.post(change, data={"days": wrong}).status_code == 422
    assert 'value="30"' in owner.get(f"/people/{berlin.farrukh}").text
    assert owner.post("/people/none/patience", data={"days": "3"}).status_code == 422


def test_nothing_chosen_is_said_and_nothing_saved(owner: httpx.Client, berlin: Berlin) -> None:
    path = f"/people/{berlin.jahongir}/settle"
    answer = owner.post(path, data={"entity": berlin.detained, "field": "when"})
    assert answer.status_code == 422
    assert "Choose at least one" in answer.text


def test_a_hidden_statement_leaves_the_file_and_stays_in_the_history(
    owner: httpx.Client, berlin: Berlin
) -> None:
    history, file = f"/people/{berlin.jahongir}/history", f"/people/{berlin.jahongir}"
    page = owner.get(history).text
    released = re.search(r"Released|released", page)
    assert released
    statement = re.findall(r'name="statement" value="([0-9a-f]+)"', page[released.start() :])[0]
    assert owner.post(f"{file}/hide", data={"statement": statement}).status_code == 303
    assert "released 5 October" not in words(owner.get(file))
    assert "hidden" in words(owner.get(history))
    assert owner.post(f"{file}/show", data={"statement": statement}).status_code == 303
    assert "released 5 October" in words(owner.get(file))


def test_search_finds_any_spelling_and_stays_out_of_addresses(
    owner: httpx.Client, berlin: Berlin
) -> None:
    found = owner.post("/search", data={"words": "jahongir niyozmadzoda"})
    assert f"/people/{berlin.jahongir}" in found.text
    assert owner.get("/search?words=jahongir").status_code == 405
    nothing = owner.post("/search", data={"words": "Unheard Of"})
    assert "Nothing found" in nothing.text


def test_titles_which_browsers_remember_name_nobody(owner: httpx.Client, berlin: Berlin) -> None:
    for path in ("", "/settle", "/history"):
        page = owner.get(f"/people/{berlin.jahongir}{path}").text
        title = re.search(r"<title>(.*?)</title>", page)
        assert title
        assert "Ҷаҳонгир" not in title[1]
        assert "Ҷаҳонгир" in page


def test_who_is_not_recorded_is_said(owner: httpx.Client) -> None:
    for path in ("/people/none", "/people/none/settle", "/people/none/history", "/acts/none"):
        answer = owner.get(path)
        assert answer.status_code == 422, path
        assert "recorded under this address" in answer.text


def test_no_field_runs_as_a_script(tmp_path: Path) -> None:
    case = open_case(tmp_path / "hostile")
    with case.vault:
        who = source(case, SCRIPT, described_as=SCRIPT)
        victim = person(case, SCRIPT, who, occupation=SCRIPT, note=SCRIPT, addresses=(SCRIPT,))
        act(case, victim, "detention", source=who, note=SCRIPT, message=SCRIPT, method=SCRIPT)
    with running(tmp_path / "hostile") as site:
        owner = site.unlocked()
        for path in ("/people", f"/people/{victim}", f"/people/{victim}/history", "/events"):
            page = owner.get(path).text
            assert "alert(1)" in page, path
            assert "<script>alert" not in page
            assert "<img src=x" not in page
            assert "{{7*7}}" in page, "what looks like a template stays as it was written"


def test_a_long_file_shows_its_beginning_and_the_way_to_the_rest(tmp_path: Path) -> None:
    case = open_case(tmp_path / "long")
    with case.vault:
        who = person(case, "Jahongir")
        for number in range(SHOWN + 5):
            act(case, who, "threat", f"2023-{1 + number // 28:02}-{1 + number % 28:02}")
    with running(tmp_path / "long") as site:
        owner = site.unlocked()
        short, whole = owner.get(f"/people/{who}"), owner.get(f"/people/{who}?all=yes")
        assert short.text.count("<summary><strong>") == SHOWN
        assert "Show 5 more" in short.text
        assert whole.text.count("<summary><strong>") == SHOWN + 5


def test_of_many_kin_the_first_are_shown_and_the_others_counted(tmp_path: Path) -> None:
    case = open_case(tmp_path / "kin")
    with case.vault:
        who = person(case, "Jahongir")
        for number in range(SHOWN + 4):
            other = person(case, f"Cousin {number:02}")
            links = [Link(start=who, end=other, relation="cousin"), Link(start=other, end=who)]
            save(case, [tell(case, each) for each in links])
            act(case, other, "threat", pressured=(Mention(entity=who),))
    with running(tmp_path / "kin") as site:
        owner = site.unlocked()
        short, whole = (words(owner.get(f"/people/{who}{all_}")) for all_ in ("", "?all=yes"))
        assert short.count("Show 4 more") == 2
        kin = [text.partition("Kin and others")[2].count("Cousin") for text in (short, whole)]
        assert kin == [SHOWN, SHOWN + 4]
        because = [text.count("To: Cousin") for text in (short, whole)]
        assert because == [SHOWN, SHOWN + 4]
