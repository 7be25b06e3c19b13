"""A press sheet and a public page in a real browser; then what was answered, and a day to speak."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from tests.advocacy.test_figures import many
from tests.browser.test_publish import clean
from tests.casebook.building import PASSPHRASE, act, consent, open_case, person
from tests.web.running import Running, running

from panoh.model.places import Place

ALLOWED: dict[str, Any] = {"recipient": "public", "uses": ("publication",)}


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Running]:
    """Jamshed may be named, his sister Madina said nothing; seven let the press count them."""
    case = open_case(tmp_path)
    many(case, 7, "detention")
    jamshed = person(case, "Ҷамшед Саидов", born="1985")
    consent(case, jamshed, what=("name", "facts", "place"), **ALLOWED)
    act(case, jamshed, "detention", "2023-09-30", places=(Place("Хуҷанд"),))
    person(case, "Мадина Раҳимова", born="1990")
    case.vault.close()
    with running(tmp_path) as found:
        yield found


def begin(page: Page, site: Running, kind: str) -> None:
    """A new publication of this kind, on its own page."""
    page.goto(f"{site.origin}/publish")
    page.get_by_role("radio", name=kind).check()
    page.get_by_label("What do you call it?").fill("autumn")
    page.get_by_role("button", name="Begin").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(kind)


def write(page: Page, title: str, body: str) -> None:
    page.get_by_label("Title").fill(title)
    page.get_by_label("Text", exact=True).fill(body)
    page.get_by_role("button", name="Keep the text").click()


def take(page: Page, ending: str) -> bytes:
    """The file whose name ends so."""
    with page.expect_download() as taken:
        page.get_by_role("link", name=ending).click()
    return taken.value.path().read_bytes()


def test_a_press_sheet_is_made_looked_at_and_taken(page: Page, site: Running) -> None:
    site.desk.unlock(PASSPHRASE)
    begin(page, site, "Press sheet")
    page.get_by_label("Talking points").fill("Ask where they are.\nAsk which law allows it.")
    write(page, "Taken in autumn", "They were taken at home.")
    figures = page.get_by_role("region", name="Figures as they will be printed")
    expect(figures.get_by_role("row").nth(1)).to_contain_text("7")
    expect(figures).to_contain_text("nobody asked them: 1.")
    clean(page)
    page.get_by_role("link", name="Read it before it is given out").click()
    look = page.get_by_role("region", name="Look at these yourself")
    drawn = look.get_by_role("img")
    expect(drawn).to_be_visible()
    assert drawn.evaluate("img => img.complete && img.naturalWidth") == 1200
    clean(page)
    page.get_by_role("button", name="Give me the files").click()
    expect(page.get_by_role("alert")).to_contain_text("Nothing was given out.")
    look.get_by_role("checkbox").check()
    page.get_by_role("button", name="Give me the files").click()
    expect(page.get_by_role("heading", name="The files")).to_be_visible()
    clean(page)
    assert take(page, ".png").startswith(b"\x89PNG")
    assert take(page, ".pdf").startswith(b"%PDF")
    assert b"7: people who allowed to be counted." in take(page, "posts.txt")


def test_a_public_page_tells_of_who_allowed_it_without_the_sister(
    page: Page, site: Running
) -> None:
    site.desk.unlock(PASSPHRASE)
    begin(page, site, "Public page")
    page.get_by_role("link", name="Русский").click()
    write(page, "Его забрали", "Джамшеда Саидова забрали дома.\nМадину Рахимову уволили.")
    note = page.locator("#names")
    expect(note).to_contain_text("Мадину Рахимову")
    expect(note).to_contain_text("will be taken out")
    page.get_by_label("Whose story should it tell?").fill("jamshed")
    page.get_by_role("button", name="Look for them").click()
    page.get_by_role("checkbox", name="Detention").check()
    clean(page)
    page.get_by_role("button", name="Tell of these").click()
    told = page.get_by_role("region", name="What it tells of")
    expect(told).to_contain_text("name, day and place")
    clean(page)
    page.get_by_role("link", name="Read it before it is given out").click()
    says = page.get_by_role("region", name="What it says")
    expect(says).to_contain_text("Taken out of your text, because nobody allowed it")
    expect(says).to_contain_text("[имя не называется] уволили.")
    clean(page)
    page.get_by_role("button", name="Give me the files").click()
    html = take(page, ".html").decode()
    assert "Мадин" not in html
    assert "Рахимов" not in html
    assert "Ҷамшед Саидов" in html


def test_an_answer_is_noted_and_a_session_entered(page: Page, site: Running) -> None:
    site.desk.unlock(PASSPHRASE)
    begin(page, site, "Joint appeal")
    page.goto(f"{site.origin}/publish")
    page.get_by_role("link", name="Note an answer").click()
    page.get_by_label("Who answered").fill("Norway")
    page.get_by_label("To what").select_option(label="autumn")
    page.get_by_label("How they answered").select_option(label="spoke in public")
    page.get_by_label("When").fill("3/4/2024")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_be_visible()  # the third of April, or the fourth of March
    clean(page)
    page.get_by_label("When").fill("3 April 2024")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("row", name="Norway")).to_contain_text("autumn")
    page.get_by_role("link", name="Correct it").click()
    page.get_by_label("What they said or did").fill("Named him in Vienna.")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("row", name="Norway")).to_contain_text("Named him in Vienna.")
    page.get_by_role("link", name="Enter a day").click()
    page.get_by_label("Title").fill("Review of the State")
    page.get_by_label("Begins").fill("4 October 2099")
    page.get_by_role("button", name="Save").click()
    days = page.get_by_role("region", name="Days that come")
    expect(days).to_contain_text("4 October 2099 · Review of the State")
    clean(page)
