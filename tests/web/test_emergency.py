"""Emergency in the pages: a plan step by step, declared, tried out, and put on paper."""

import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from tests.casebook.building import open_case
from tests.emergency.planning import whole
from tests.web.running import Running, running
from tests.web.test_people import SCRIPT

from panoh.casebook.index.reading import view_of
from panoh.emergency.plan.reading import PlanFile, plan, plans
from panoh.emergency.telling import make_plan


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Running]:
    open_case(tmp_path).vault.close()
    with running(tmp_path) as found:
        yield found


@pytest.fixture
def owner(site: Running) -> httpx.Client:
    return site.unlocked()


@pytest.fixture
def madina(site: Running, owner: httpx.Client) -> PlanFile:
    """Madina's plan, which lacks nothing."""
    with site.desk.held() as case:
        return whole(case, languages=["tg", "ru"])


def shown(answer: httpx.Response, status: int = 200) -> str:
    """The page as a reader sees it."""
    assert answer.status_code == status, answer.text
    inner = re.sub(r"<svg.*?</svg>|<[^>]+>", " ", answer.text, flags=re.DOTALL)
    return re.sub(r"\s+", " ", inner)


def now(site: Running, root: str) -> PlanFile:
    """The plan as it stands."""
    with site.desk.held() as case:
        return plan(case.vault.db, root)


def begun(owner: httpx.Client, **told: str) -> str:
    """A plan of nobody, begun; its address."""
    form = {"scenario": "arrest_home", "side": "exile"} | told
    answer = owner.post("/emergency/new", data=form)
    assert answer.status_code == 303, shown(answer, answer.status_code)
    return answer.headers["location"].removesuffix("/fill")


def test_a_plan_needs_its_situation_only(site: Running, owner: httpx.Client) -> None:
    for wrong in ("", "magic", SCRIPT):
        answer = owner.post("/emergency/new", data={"scenario": wrong})
        assert "Choose the situation first." in shown(answer, 422)
    where = begun(owner)
    page = shown(owner.get(where))
    assert "The plan is for nobody yet." in page
    assert "Nobody takes this part: lawyer." in page
    with site.desk.held() as case:
        assert len(plans(case.vault.db)) == 1


def test_a_name_alone_is_never_taken_for_somebody(
    site: Running, owner: httpx.Client, madina: PlanFile
) -> None:
    form = {"scenario": "doxxing", "side": "exile", "name": "Мадина"}
    page = owner.post("/emergency/new", data=form)
    assert "Who is meant?" in shown(page)
    assert f'value="{madina.person}"' in page.text
    with site.desk.held() as case:
        assert len(plans(case.vault.db)) == 1, "nothing is made before somebody chose"
    chosen = begun(owner, **form, who=madina.person)
    assert "Мадина Ашӯрова" in shown(owner.get(chosen))
    new = begun(owner, **form | {"name": "Фарзона"}, who="new")
    assert "Фарзона" in shown(owner.get(new))
    assert "for nobody yet" in shown(owner.get(begun(owner, **form, who="nobody")))


def test_every_step_can_be_skipped(owner: httpx.Client) -> None:
    where = begun(owner)
    here, seen = f"{where}/fill", []
    while here != where:
        page = owner.get(here)
        assert page.status_code == 200, here
        seen.append(here)
        here = re.findall(r'<a class="button" href="([^"]+)">Skip</a>', page.text)[0]
        assert here not in seen
    assert len(seen) == 21
    assert f"{where}/people" in seen


def test_a_step_is_saved_and_the_next_one_comes(site: Running, owner: httpx.Client) -> None:
    where = begun(owner)
    root = where.rpartition("/")[2]
    ways = {
        "part": "talk",
        "plan.pace": ["Niso's number", "the café, at six", "", ""],
        "plan.pace.step": ["primary", "alternate", "contingency", "emergency"],
        "plan.pace.minutes": ["30", "", "", ""],
        "plan.pace.offline": ["", "yes", "", ""],
    }
    answer = owner.post(f"{where}/fill", data=ways)
    assert answer.headers["location"] == f"{where}/fill?part=words"
    told = now(site, root).many("pace")
    assert [(each.step, each.text, each.offline, each.minutes) for each in told] == [
        ("primary", "Niso's number", "", 30),
        ("alternate", "the café, at six", "yes", 0),
    ]
    account = {"part": "digital", "plan.accounts": ["mail"], "plan.accounts.who": ["Farhod"]}
    owner.post(f"{where}/fill", data=account | {"plan.accounts.evidence": ["yes"]})
    days = {"part": "residence", "plan.dates": ["the permit"], "plan.dates.until": ["1.12.2026"]}
    owner.post(f"{where}/fill", data=days)
    found = now(site, root)
    assert found.many("accounts")[0].evidence
    assert found.many("dates")[0].until == "2026-12-01"
    page = shown(owner.get(where))
    assert "the café, at six" in page
    assert "the permit" in page


def test_what_is_emptied_is_empty(site: Running, owner: httpx.Client, madina: PlanFile) -> None:
    where = f"/emergency/plans/{madina.root}"
    assert "passport" in shown(owner.get(where))
    owner.post(f"{where}/fill", data={"part": "bag", "plan.bag": ["", " "], "then": "stop"})
    assert now(site, madina.root).many("bag") == ()
    assert "It is not said what the bag that stands ready holds." in shown(owner.get(where))


@pytest.mark.parametrize(
    ("part", "wrong", "said"),
    [
        ("talk", {"plan.pace": "x", "plan.pace.minutes": "soon"}, "cannot be read as a number"),
        ("residence", {"plan.status_until": "one day"}, "cannot be read as a date"),
        ("residence", {"plan.dates": "x", "plan.dates.until": SCRIPT}, "cannot be read as a date"),
        ("publicity", {"plan.publicity": "loud"}, "none of the words in the list"),
    ],
)
def test_what_cannot_be_read_stays_in_the_form(
    site: Running, owner: httpx.Client, part: str, wrong: dict[str, str], said: str
) -> None:
    where = begun(owner)
    kept = {"plan.status": "refugee", "plan.speaker": "Niso", "plan.pace.sign": "her dog"}
    answer = owner.post(f"{where}/fill", data={"part": part} | kept | wrong)
    assert said in shown(answer, 422)
    assert any(text in answer.text for text in kept.values())
    assert "<script>alert" not in answer.text
    assert not now(site, where.rpartition("/")[2]).told.get("status")


def test_a_plan_for_home_asks_for_nothing_dangerous(site: Running, owner: httpx.Client) -> None:
    where = begun(owner, side="home", country="TJ")
    page = owner.get(f"{where}/fill?part=digital")
    assert "plan.accounts" not in page.text
    form = {"part": "digital", "plan.accounts": ["mail"], "plan.script": ["I know nothing."]}
    owner.post(f"{where}/fill", data=form)
    found = now(site, where.rpartition("/")[2])
    assert not found.told.get("accounts")
    assert not found.text("country")
    assert owner.get(f"{where}/people").headers["location"] == where


def test_parts_are_given_and_a_drill_is_noted(site: Running, owner: httpx.Client) -> None:
    answer = owner.post("/network/new", data={"name": "Нисо", "address1": "+49 151 5556677"})
    niso = answer.headers["location"].rpartition("/")[2]
    where = begun(owner)
    form = {"who-coordinator": niso, "confirmed-coordinator": "yes", "who-lawyer": SCRIPT}
    owner.post(f"{where}/people", data=form)
    found = now(site, where.rpartition("/")[2])
    assert [(role.part, role.who.name if role.who else "") for role in found.roles] == [
        ("coordinator", "Нисо")
    ]
    owner.post(f"{where}/people", data={"who-coordinator": niso})
    assert len(now(site, found.root).roles) == 1, "what did not change is not told again"
    drill = {"tested": "a call at night", "result": "failed", "day": "2026-11-20"}
    owner.post(f"{where}/drill", data=drill)
    page = shown(owner.get(where))
    assert "a call at night" in page
    assert "The last drill did not work, and nothing was mended since." in page
    assert "date" in shown(owner.post(f"{where}/drill", data=drill | {"day": "2026"}), 422)


def declared(owner: httpx.Client, of: PlanFile, by: str = "Farhod") -> str:
    answer = owner.post(f"/emergency/plans/{of.root}/declare", data={"by": by, "reason": SCRIPT})
    return answer.headers["location"]


def test_declared_in_one_step_then_a_list(owner: httpx.Client, madina: PlanFile) -> None:
    where = declared(owner, madina)
    page = owner.get(where)
    assert "Declared" in shown(page)
    assert "by Farhod." in shown(page)
    assert "&lt;script&gt;alert(1)" in page.text, "the reason stands there as words"
    assert "+49 151 555 66 77" in shown(page)
    assert declared(owner, madina) == where, "a plan that runs is not declared twice"
    task = re.findall(r'name="task" value="(\w+)"', page.text)[0]
    owner.post(f"{where}/done", data={"task": task, "state": "done"})
    after = shown(owner.get(where))
    assert "done, Farhod" in after
    owner.post(f"{where}/me", data={"me": "Niso"})
    other = re.findall(r'name="task" value="(\w+)"', page.text)[1]
    owner.post(f"{where}/done", data={"task": other, "state": "taken", "note": "by phone"})
    assert "somebody is on it, Niso, by phone" in shown(owner.get(where))
    assert "is declared:" in shown(owner.get("/today"))
    assert f'href="/emergency/see/{where.rpartition("/")[2]}"' in owner.get("/today").text
    assert owner.get(f"/emergency/see/{where.rpartition('/')[2]}").headers["location"] == where


def test_one_person_alone_does_not_end_it(owner: httpx.Client, madina: PlanFile) -> None:
    where = declared(owner, madina)
    refused = owner.post(f"{where}/off", data={"by": "a stranger", "proof": "yes"})
    assert "The plan does not say that this person may call it off." in shown(refused, 422)
    owner.post(f"{where}/off", data={"by": "Niso"})
    assert "a second is needed" in shown(owner.get(where))
    owner.post(f"{where}/off", data={"by": "niso"})
    assert "It is over." not in shown(owner.get(where))
    owner.post(f"{where}/off", data={"by": "Farhod"})
    assert "It is over. Tell exactly those who were told." in shown(owner.get(where))
    assert f'href="{where}"' in owner.get(f"/emergency/plans/{madina.root}").text
    assert "is declared:" not in shown(owner.get("/today"))


def test_a_task_that_is_none_is_refused(owner: httpx.Client, madina: PlanFile) -> None:
    where = declared(owner, madina)
    for form in ({"task": SCRIPT, "state": "done"}, {"task": "tell", "state": SCRIPT}):
        assert owner.post(f"{where}/done", data=form).status_code == 422


def yes(owner: httpx.Client, who: str, recipient: str, what: list[str]) -> None:
    """Somebody allows to be named on a paper."""
    form = {"answer": "yes", "what": what, "recipient": recipient, "use": "protection"}
    answer = owner.post(
        f"/people/{who}/consent", data=form | {"how": "spoken", "day": "2026-11-20"}
    )
    assert answer.status_code == 303


def actions(site: Running) -> list[str]:
    """To whom something was noted as given."""
    with site.desk.held() as case:
        rows = list(case.vault.db.execute("SELECT id FROM entity WHERE kind = 'action'"))
        return [view_of(case.vault.db, row[0]).told("recipient")[0].value for row in rows]


def looks(page: httpx.Response) -> list[str]:
    return re.findall(r'name="looked" value="([^"]*)"', page.text)


def test_a_wallet_card_leaves_only_through_the_gate(
    site: Running, owner: httpx.Client, madina: PlanFile, tmp_path: Path
) -> None:
    form = {"paper": "wallet", "plan": madina.root, "language": "de"}
    assert owner.post("/emergency/papers", data=form).headers["location"].endswith("/ready")
    page = owner.get("/emergency/papers/ready")
    assert "The gate is closed" in shown(page)
    assert f"/people/{madina.person}/consent?to=card" in page.text
    assert "Health was left out" in shown(page)
    assert "The gate is closed" in shown(owner.post("/emergency/papers/give"), 422)
    assert owner.get("/emergency/papers/file").status_code == 303
    assert actions(site) == []
    asked = owner.get(f"/people/{madina.person}/consent?to=card&use=protection").text
    assert re.search(r'value="card" selected', asked)
    for who in (madina.person, *(role.who.root for role in madina.roles if role.who)):
        yes(owner, who, "card", ["name", "contact"])
    owner.post("/emergency/papers/again")
    page = owner.get("/emergency/papers/ready")
    assert "The gate is closed" not in shown(page)
    given = owner.post("/emergency/papers/give", data={"looked": looks(page)})
    assert given.headers["location"] == "/emergency/papers/given"
    file = owner.get("/emergency/papers/file")
    assert file.content.startswith(b"%PDF-")
    assert re.search(
        r'attachment; filename="wallet-[\d-]+\.pdf"', file.headers["content-disposition"]
    )
    assert actions(site) == ["card"]
    there = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    assert not any(data.startswith(b"%PDF") for data in there)
    owner.post("/lock")
    assert owner.get("/emergency/papers/file").headers["location"] == "/unlock"


@pytest.mark.parametrize(
    ("form", "pages"),
    [
        ({"paper": "plan", "language": "ru"}, 2),
        ({"paper": "plan", "language": "fa"}, 2),
        ({"paper": "contacts", "language": "en"}, 1),
        ({"paper": "wallet", "names": "yes", "code": "yes", "language": "tg"}, 1),
    ],
)
def test_every_paper_is_seen_as_pictures(
    owner: httpx.Client, madina: PlanFile, form: dict[str, str], pages: int
) -> None:
    owner.post("/emergency/papers", data={"plan": madina.root} | form)
    page = owner.get("/emergency/papers/ready")
    count = page.text.count("<img ")
    assert count >= pages
    for number in range(1, count + 1):
        picture = owner.get(f"/emergency/papers/pages/{number}")
        assert picture.headers["content-type"] == "image/png"
        assert picture.content.startswith(b"\x89PNG")
    for other in ("0", str(count + 1), "-1", "x"):
        assert owner.get(f"/emergency/papers/pages/{other}").status_code == 303


def test_a_family_card_takes_nobody_who_could_harm(
    site: Running, owner: httpx.Client, madina: PlanFile
) -> None:
    with site.desk.held() as case:
        home = make_plan(case, person=madina.person, scenario="relative_taken", side="home")
    friend = next(role.who.root for role in madina.roles if role.who)
    form = {"paper": "family", "plan": home, "language": "tg", "country": "TJ", "call": friend}
    page = owner.post("/emergency/papers", data=form)
    assert "This number could harm whoever carries it" in shown(page, 422)
    nobody = owner.post("/emergency/papers", data=form | {"call": SCRIPT})
    assert "There is nobody to call on this paper." in shown(nobody, 422)
    assert owner.get("/emergency/papers/ready").headers["location"] == "/emergency/papers"
    told = {"name": "Духтур Раҳим", "type": "doctor", "country": "TJ", "listed": "yes"}
    told |= {"way1": "phone", "address1": "+992 37 2211221"}
    doctor = owner.post("/network/new", data=told).headers["location"].rpartition("/")[2]
    owner.post("/emergency/papers", data=form | {"call": doctor})
    assert "Family card" in shown(owner.get("/emergency/papers/ready"))


def test_hostile_words_are_shown_as_words(site: Running, owner: httpx.Client) -> None:
    form = {"scenario": "doxxing", "name": SCRIPT}
    asked = owner.post("/emergency/new", data=form)
    where = begun(owner, **form, who="new")
    for part in ("trigger", "authority", "medical", "talk", "words", "digital", "bag", "care"):
        block = owner.get(f"{where}/fill?part={part}").text
        names = set(re.findall(r'name="(plan\.[\w.]+)"', block))
        free = {name for name in names if not name.endswith(("minutes", "offline", "evidence"))}
        free -= {name for name in free if name.endswith(("change_on", "entity", "step"))}
        owner.post(f"{where}/fill", data=dict.fromkeys(free, SCRIPT) | {"part": part})
    owner.post(f"{where}/task", data={"what": SCRIPT, "at": "at_once"})
    owner.post(f"{where}/drill", data={"tested": SCRIPT, "result": "worked", "fix": SCRIPT})
    alarm = owner.post(f"{where}/declare", data={"by": SCRIPT}).headers["location"]
    owner.post(f"{alarm}/done", data={"task": "tell", "state": "done", "note": SCRIPT})
    pages = [asked, owner.get(where), owner.get(alarm), owner.get("/emergency")]
    pages += [owner.get(f"{where}/fill?part={part}") for part in ("trigger", "talk", "digital")]
    pages += [owner.get(f"{where}/declare"), owner.get("/emergency/papers"), owner.get("/today")]
    assert sum("&lt;script&gt;alert(1)" in page.text for page in pages) >= 8
    for page in pages:
        assert page.status_code == 200
        assert "<script>alert" not in page.text
        assert "<img src=x" not in page.text
    for path in ("plans", "alarms"):
        answer = owner.get(f"/emergency/{path}/{'0' * 32}")
        assert "No plan is recorded under this address." in shown(answer, 422)
    assert owner.get("/emergency/see/nothing").headers["location"] == "/emergency"


def test_a_plan_says_which_days_cannot_move_and_leads_to_a_watcher(
    owner: httpx.Client, madina: PlanFile
) -> None:
    where = f"/emergency/plans/{madina.root}"
    form = {"part": "residence", "plan.dates": "appeal to the court"}
    owner.post(f"{where}/fill", data=form | {"plan.dates.until": "2099-12-10"})
    page = owner.get(where)
    assert "10 December 2099 appeal to the court" in shown(page)
    assert "7 days after it happened Signal&#39;s registration lock may end" in shown(page)
    watched = f"/checkins/new?plan={madina.root}"
    assert f'href="{watched}"' in page.text
    assert f'value="{madina.root}" selected' in owner.get(watched).text
    assert owner.get("/checkins/new?plan=" + SCRIPT).status_code == 200
