"""The lists of people and of what happened: filters in words, codes in addresses, what is counted.

Farrukh is held and his sister told of him today; nobody in contact tells of Daler; Zarina was
released. Today names who is silent, and leads to the list of all of them.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest
from tests.casebook.building import act, open_case, person, source, status
from tests.web.running import Running, running

from panoh.casebook.record import save, tell
from panoh.model.dates import PartialDate
from panoh.model.kinds import Event

NAMES = ("Farrukh", "Daler", "Zarina", "Nekruz")


class Told:
    """Who tells what of whom."""

    def __init__(self, folder: Path) -> None:
        case, today = open_case(folder), datetime.now(UTC).date()
        with case.vault:
            self.sister = source(case, "Sister", connection="relative")
            self.paper = source(case, "Paper", connection="media")
            farrukh = person(case, "Farrukh", self.sister)
            self.daler = person(case, "Daler", self.paper)
            zarina = person(case, "Zarina", self.paper)
            person(case, "Nekruz", self.sister)
            act(case, farrukh, "detention", "2023-09-30", self.sister)
            status(case, farrukh, "held", (today - timedelta(days=2)).isoformat(), self.sister)
            act(case, self.daler, "detention", "2024-02-01", self.paper)
            act(case, zarina, "detention", "2023-10-02", self.paper)
            status(case, zarina, "released", "2023-10-05", self.paper)
            month = PartialDate("2023-09")
            protest = Event(title="A protest", type="protest", when=month)
            save(case, [tell(case, protest)])


@pytest.fixture
def told(tmp_path: Path) -> Told:
    return Told(tmp_path)


@pytest.fixture
def site(tmp_path: Path, told: Told) -> Iterator[Running]:
    with running(tmp_path) as found:
        yield found


@pytest.fixture
def owner(site: Running) -> httpx.Client:
    return site.unlocked()


def words(answer: httpx.Response) -> str:
    """What the main part of the page says."""
    assert answer.status_code == 200, answer.text
    main = answer.text.partition("<main")[2]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", main))


def listed(owner: httpx.Client, asked: str = "") -> list[str]:
    page = words(owner.get(f"/people{asked}"))
    return [name for name in NAMES if name in page]


def test_each_filter_lists_whom_it_says(owner: httpx.Client, told: Told) -> None:
    assert listed(owner) == ["Farrukh", "Daler", "Zarina"]
    assert listed(owner, "?among=everybody") == list(NAMES)
    assert listed(owner, "?among=held") == ["Farrukh", "Daler"]
    assert listed(owner, "?among=silent") == ["Daler"]
    assert listed(owner, "?among=disputed") == []
    assert listed(owner, f"?among=everybody&source={told.sister}") == ["Farrukh", "Nekruz"]
    assert listed(owner, f"?among=held&source={told.sister}") == ["Farrukh"]
    assert listed(owner, "?among=nonsense&source=nonsense") == ["Farrukh", "Daler", "Zarina"]


def test_the_list_says_how_people_are_now_and_counts(owner: httpx.Client) -> None:
    page = words(owner.get("/people?among=held"))
    assert "1–2 of 2" in page
    assert "held" in page
    assert "2 days of silence" in page
    assert "no word yet" in page
    assert "released" in words(owner.get("/people"))


def test_addresses_hold_codes_and_never_words(owner: httpx.Client, told: Told) -> None:
    page = owner.get(f"/people?among=silent&source={told.paper}").text
    leads = re.findall(r'href="(/people\?[^"]+)"', page)
    assert leads
    known = {told.paper, "everybody", "held", "silent", "disputed"}
    for lead in leads:
        assert set(re.findall(r"=([^&;]+)", lead)) <= known, lead
    assert "Nobody is on this list" in words(owner.get("/people?among=disputed"))


def test_today_names_who_is_silent_and_leads_to_them(owner: httpx.Client, told: Told) -> None:
    answer = owner.get("/today")
    page = words(answer)
    assert "Daler (held): nobody in contact has told how they are." in page
    assert "Farrukh" not in page
    assert "Zarina" not in page
    assert f'href="/people/{told.daler}"' in answer.text


def test_what_happened_by_kind_and_year(owner: httpx.Client) -> None:
    whole = words(owner.get("/events"))
    assert "of 6" in whole
    assert "of 1" in words(owner.get("/events?kind=event"))
    assert "of 3" in words(owner.get("/events?kind=act"))
    assert "of 2" in words(owner.get("/events?kind=status"))
    of_2024 = words(owner.get("/events?year=2024"))
    assert "Daler" in of_2024
    assert "Zarina" not in of_2024
    assert "of 2" in words(owner.get("/events?kind=act&year=2023"))
    assert "Nothing is on this list" in words(owner.get("/events?kind=event&year=2024"))
    assert "of 6" in words(owner.get("/events?kind=nonsense&year=1900"))
