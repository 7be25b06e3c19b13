"""Saying who did it, on the page of an act and in Record."""

import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from tests.casebook.building import act, open_case, person, source
from tests.web.running import Running, running
from tests.web.test_record import EVIL, begin, press

from panoh.casebook.index.reading import view_of
from panoh.casebook.people import people, person_file
from panoh.casebook.record import save, tell
from panoh.model.kinds import Group, Perpetrator
from panoh.model.names import Name


class Hisor:
    """Zarina was taken; a chief is known from another case, and so is the police of the town."""

    def __init__(self, folder: Path) -> None:
        case = open_case(folder)
        with case.vault:
            self.niso = source(case, "Niso")
            zarina = person(case, "Зарина Саломова", self.niso)
            self.taken = act(case, zarina, "detention", "2023-09-30", self.niso)
            self.chief = person(case, "Қаландар Баротов")
            told = (Perpetrator(self.chief),)
            act(case, person(case, "Фаррух"), "beating", perpetrators=told)
            body = tell(case, Group(names=(Name.of("Шуъбаи Ҳисор"),), type="interior"))
            save(case, [body])
            self.zarina, self.police = zarina, body.about


@pytest.fixture
def hisor(tmp_path: Path) -> Hisor:
    return Hisor(tmp_path)


@pytest.fixture
def site(tmp_path: Path, hisor: Hisor) -> Iterator[Running]:
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


def test_a_known_official_is_found_and_chosen(owner: httpx.Client, hisor: Hisor) -> None:
    page = f"/acts/{hisor.taken}"
    typed = {"act.perpetrators": "kalandar barotov"}
    piece = owner.post(f"{page}/doers", data=typed, headers={"hx-request": "true"}).text
    assert f'value="{hisor.chief}"' in piece
    assert hisor.zarina not in piece, "who did nothing is not offered"
    looked = owner.post(page, data=typed | {"do": "look"})
    assert f'value="{hisor.chief}"' in looked.text
    assert "kalandar barotov" in looked.text
    sent = typed | {
        "is": hisor.chief,
        "act.perpetrators.degree": "ordered",
        "act.perpetrators.basis": "papers",
        "source": hisor.niso,
    }
    assert owner.post(page, data=sent).status_code == 303
    told = words(owner.get(page))
    assert "Қаландар Баротов (ordered it, stated in papers) Niso" in told
    theirs = words(owner.get(f"/people/{hisor.chief}"))
    assert "What this person is said to have done" in theirs
    assert "To: Зарина Саломова" in theirs
    assert f"/acts/{hisor.taken}" in owner.get(f"/people/{hisor.zarina}").text


def test_a_body_is_chosen_and_new_ones_are_made(
    site: Running, owner: httpx.Client, hisor: Hisor
) -> None:
    page = f"/acts/{hisor.taken}"
    owner.post(page, data={"act.perpetrators": "Ҳисор", "is": hisor.police})
    assert "Шуъбаи Ҳисор" in words(owner.get(page))
    new = {"act.perpetrators": "СИЗО 1", "act.perpetrators.type": "prison"}
    assert owner.post(page, data=new | {"is": "new-body"}).status_code == 303
    assert owner.post(page, data={"act.perpetrators": "Сомон", "is": "new-person"}).is_redirect
    assert owner.post(page, data={"act.perpetrators": "two men", "is": ""}).is_redirect
    with site.desk.held() as case:
        told = view_of(case.vault.db, hisor.taken).each("perpetrators")
        kinds = {
            each.text: view_of(case.vault.db, each.entity).kind if each.entity else ""
            for each in told
        }
    assert kinds == {"Ҳисор": "group", "СИЗО 1": "group", "Сомон": "person", "two men": ""}


def test_what_says_nothing_is_told_and_nothing_is_saved(owner: httpx.Client, hisor: Hisor) -> None:
    page = f"/acts/{hisor.taken}"
    for sent in (
        {},
        {"is": "new-person"},
        {"act.perpetrators": "x", "is": hisor.taken},
        {"act.perpetrators": "x", "act.perpetrators.degree": "no such part"},
    ):
        answer = owner.post(page, data=sent)
        assert answer.status_code == 422, sent
        assert "Nothing is lost" in answer.text
    assert "Who did it" not in words(owner.get(page)).partition("Say who did it")[0]
    assert owner.post(f"/acts/{hisor.zarina}", data={"is": hisor.chief}).status_code == 422


def test_hostile_words_are_shown_as_words(owner: httpx.Client, hisor: Hisor) -> None:
    page = f"/acts/{hisor.taken}"
    for meant in ("", "new-person", "new-body"):
        assert owner.post(page, data={"act.perpetrators": EVIL, "is": meant}).is_redirect
    looked = owner.post(page, data={"act.perpetrators": "script alert", "do": "look"})
    for answer in (owner.get(page), looked, owner.get(f"/people/{hisor.zarina}")):
        assert "alert(&#39;x&#39;)" in answer.text
        assert "<script>alert" not in answer.text
        assert "<img src=x" not in answer.text


def test_the_part_of_those_a_story_names_is_theirs(site: Running, owner: httpx.Client) -> None:
    where = begin(owner, "Милиция задержала Рустама Назарова.")
    part = {"doer": "interior", "act.perpetrators.degree": "carried_out"}
    victim = {"what": "detention", "who.0.take": "on", "who.0.role": "victim"}
    assert press(owner, where, "save", **part, **victim).status_code == 303
    with site.desk.held() as case:
        db = case.vault.db
        (rustam,) = (each for each in people(db) if "Назаров" in each.title)
        (told,) = person_file(db, rustam.root).acts[0].told("perpetrators")
    assert told.value == (Perpetrator(type="interior", degree="carried_out"),)


def test_in_a_story_a_known_body_is_chosen_with_its_part(
    site: Running, owner: httpx.Client, hisor: Hisor
) -> None:
    where = begin(owner, "Фирӯз Назаровро дастгир карданд.")
    typed = {"act.perpetrators": "шуъбаи ҳисор"}
    piece = owner.post("/record/doers", data=typed, headers={"hx-request": "true"}).text
    assert f'name="act.perpetrators.entity" value="{hisor.police}"' in piece
    assert "new-body" not in piece
    press(owner, where, "look", **typed)
    assert f'name="act.perpetrators.entity" value="{hisor.police}"' in owner.get(where).text
    more = {
        **typed,
        "act.perpetrators.entity": hisor.police,
        "act.perpetrators.degree": "carried_out",
        "act.perpetrators.basis": "uniform",
        "what": "detention",
        "who.0.take": "on",
        "who.0.role": "victim",
    }
    saved = press(owner, where, "save", **more)
    assert saved.status_code == 303, saved.text
    with site.desk.held() as case:
        db = case.vault.db
        (firuz,) = (each for each in people(db) if "Назаров" in each.title)
        (told,) = person_file(db, firuz.root).acts[0].told("perpetrators")
    assert told.value == (
        Perpetrator(hisor.police, "шуъбаи ҳисор", degree="carried_out", basis="uniform"),
    )
