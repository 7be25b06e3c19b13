"""A public page in the pages: what is chosen, what will stand there, whose name is taken out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
from tests.casebook.building import act, consent, open_case, person
from tests.web.running import Running, running
from tests.web.test_network import shown
from tests.web.test_publish_press import begun

from panoh.casebook.record import save, tell
from panoh.model.kinds import Act
from panoh.model.places import Place

ALLOWED: dict[str, Any] = {"recipient": "public", "uses": ("publication",)}
TEXT = {
    "language": "ru",
    "title": "Их забрали",
    "body": "Джамшеда Саидова забрали дома.\nМадину Рахимову уволили.",
}


@dataclass(frozen=True)
class Told:
    """Jamshed may be named with his place; Farid without; Anora not at all; Madina said nothing."""

    people: dict[str, str]
    acts: dict[str, str]


@pytest.fixture
def told(tmp_path: Path) -> Told:
    case = open_case(tmp_path)
    names = {
        "jamshed": "Ҷамшед Саидов",
        "farid": "Фарид Бобоев",
        "anora": "Анора Шарипова",
        "madina": "Мадина Раҳимова",
    }
    people = {key: person(case, name, born="1980") for key, name in names.items()}
    acts = {
        key: act(case, who, "detention", "2023-09-30", places=(Place("Хуҷанд"),))
        for key, who in people.items()
    }
    consent(case, people["jamshed"], what=("name", "facts", "place"), **ALLOWED)
    consent(case, people["farid"], what=("name", "facts"), **ALLOWED)
    consent(case, people["anora"], what=("facts",), **ALLOWED)
    case.vault.close()
    return Told(people, acts)


@pytest.fixture
def site(told: Told, tmp_path: Path) -> Iterator[Running]:
    with running(tmp_path) as found:
        yield found


@pytest.fixture
def owner(site: Running) -> httpx.Client:
    return site.unlocked()


def page_of(owner: httpx.Client, told: Told, *chosen: str) -> str:
    """A page with its text that tells of these people's acts; its address."""
    where = begun(owner, "page", **TEXT)
    owner.post(f"{where}/tell", data={"act": [told.acts[each] for each in chosen]})
    return where


def given(owner: httpx.Client, where: str) -> str:
    """The file as it leaves."""
    assert owner.post(f"{where}/give").headers["location"] == f"{where}/files"
    [link] = re.findall(r'href="([^"]+\.html)" download', owner.get(f"{where}/files").text)
    return owner.get(link).text


def test_beside_each_act_stands_what_this_person_allowed(owner: httpx.Client, told: Told) -> None:
    page = shown(owner.get(page_of(owner, told, "jamshed", "farid", "anora", "madina")))
    assert (
        "On the page: Ҷамшед Саидов · Detention · 30 September 2023 · Хуҷанд name, day and place"
        in page
    )
    assert "On the page: Фарид Бобоев · Detention · 30 September 2023 name and day" in page
    assert "On the page: Person 3 · Detention · September 2023 a number and the month" in page
    assert "On the page: nothing , nobody recorded a consent for this recipient and use" in page


def test_each_has_a_way_to_their_consent(owner: httpx.Client, told: Told) -> None:
    where = page_of(owner, told, "madina")
    asking = f"/people/{told.people['madina']}/consent?to=public&amp;use=publication"
    [address] = set(re.findall(rf'href="({re.escape(asking)}[^"]*)"', owner.get(where).text))
    form = owner.get(address.replace("&amp;", "&"))
    assert "Allowed today: the public, publication" in shown(form)
    assert f'href="{where}"' in form.text
    hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="(\w*)"', form.text))
    yes = {"answer": "yes", "what": ["facts"], "recipient": "public", "use": "publication"}
    answer = owner.post(
        address.partition("?")[0], data=hidden | yes | {"how": "spoken", "day": "2023-10-07"}
    )
    assert f'href="{where}"' in owner.get(answer.headers["location"]).text
    assert "a number and the month" in shown(owner.get(where))


def test_acts_are_found_by_a_name_in_any_script_and_left_out_again(
    owner: httpx.Client, told: Told
) -> None:
    where = begun(owner, "page", **TEXT)
    assert "No act is chosen." in shown(owner.get(where))
    found = owner.post(f"{where}/find", data={"words": "anora"}).text
    [ticked] = re.findall(r'type="checkbox" name="act" value="(\w+)"', found)
    assert ticked == told.acts["anora"]
    owner.post(f"{where}/tell", data={"act": ticked})
    assert "Person 1" in shown(owner.get(where))
    again = owner.post(f"{where}/find", data={"words": "anora"}).text
    assert "chosen already" in again
    owner.post(f"{where}/leave", data={"act": ticked})
    assert "No act is chosen." in shown(owner.get(where))
    assert "Nobody of that name" in shown(owner.post(f"{where}/find", data={"words": "Zzz"}))


def test_what_is_no_act_is_not_chosen(owner: httpx.Client, told: Told) -> None:
    where = begun(owner, "page", **TEXT)
    wrong = [told.people["jamshed"], "0" * 32, "x", "../x"]
    assert owner.post(f"{where}/tell", data={"act": wrong}).status_code == 303
    assert "No act is chosen." in shown(owner.get(where))


def test_the_sister_is_taken_out_and_that_is_shown_before_and_true_of_the_file(
    owner: httpx.Client, told: Told
) -> None:
    where = page_of(owner, told, "jamshed")
    page = shown(owner.get(where))
    assert "“ Мадину Рахимову ” (Text, Русский) : Ask for consent: Мадина Раҳимова" in page
    assert "taken out and replaced by “[name withheld]”" in page
    ready = shown(owner.get(f"{where}/ready"))
    assert "Taken out of your text, because nobody allowed it: “ Мадину Рахимову ”" in ready
    assert "[имя не называется] уволили." in ready
    assert "Джамшеда Саидова забрали дома." in ready
    html = given(owner, where)
    assert "Мадин" not in html
    assert "[имя не называется] уволили." in html
    assert "Ҷамшед Саидов" in html


def test_a_page_without_acts_is_made_and_says_that_it_tells_of_nobody(
    owner: httpx.Client, told: Told
) -> None:
    where = begun(owner, "page", language="en", title="Autumn", body="They were taken.")
    ready = shown(owner.get(f"{where}/ready"))
    assert "It tells of nobody" in ready
    assert "They were taken." in given(owner, where)


def test_who_withdraws_after_an_act_was_chosen_is_not_on_it_and_what_went_out_is_listed(
    site: Running, owner: httpx.Client, told: Told
) -> None:
    where = page_of(owner, told, "anora")
    assert "Человек 1" in given(owner, where)
    with site.desk.held() as case:
        consent(case, told.people["anora"], "no", what=("facts",), **ALLOWED)
    page = shown(owner.get(where))
    assert "On the page: nothing , a refusal is recorded" in page
    assert "this went out with them before they withdrew, and cannot be called back" in page
    assert "somebody withdrew after it went out" in shown(owner.get("/today"))
    assert "It tells of nobody" in shown(owner.get(f"{where}/ready"))
    assert "Человек" not in given(owner, where)
    assert "somebody withdrew after it went out" not in shown(owner.get("/today"))


def test_an_act_of_which_nobody_knows_whose_it_is_tells_of_nobody(
    site: Running, owner: httpx.Client, told: Told
) -> None:
    where = page_of(owner, told, "jamshed")
    with site.desk.held() as case:
        save(case, [tell(case, Act(victim=told.people["madina"]), told.acts["jamshed"])])
    assert "nothing , it is not settled to whom this was done" in shown(owner.get(where))
