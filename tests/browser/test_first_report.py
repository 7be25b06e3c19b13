"""A first report in a real browser: by keyboard alone, through crashes and locks, in every look."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect
from tests.browser.axe import SCRIPT, faults
from tests.browser.conftest import guarded, press
from tests.casebook.building import PASSPHRASE
from tests.web.running import Running

from panoh.casebook.people import people, person_file

STORY = (
    "On 3 March 2024 the police detained Rustam Nazarov in Khujand and beat him because of his"
    " brother Firuz Nazarov, who lives in Warsaw. My mother called me."
)
#: Keys beyond the text that a first report may take.
MOST_KEYS = 40


class Hand:
    """Somebody who has no mouse, and whose keys are counted."""

    def __init__(self, page: Page) -> None:
        self.page, self.keys = page, 0

    def press(self, *keys: str) -> None:
        for key in keys:
            self.keys += 1
            press(self.page, key)

    def tab_to(self, name: str) -> None:
        """Press Tab until something of this name has the focus."""
        for _ in range(MOST_KEYS):
            if name in self.page.evaluate(_FOCUSED):
                return
            self.press("Tab")
        raise AssertionError(name)


_FOCUSED = """() => {
  const at = document.activeElement;
  return at.labels?.[0]?.innerText ?? at.getAttribute("aria-label") ?? at.innerText ?? "";
}"""


@pytest.fixture
def writing(page: Page, site: Running) -> Page:
    """The page for a story, with the vault open."""
    site.desk.unlock(PASSPHRASE)
    page.goto(f"{site.origin}/record")
    expect(page.get_by_label("What happened?")).to_be_focused()
    return page


def wait_until_kept(page: Page) -> None:
    expect(page.locator("[data-draft-told]")).to_have_text("Kept on this computer, sealed.")


def test_a_first_report_by_keyboard_alone(writing: Page, site: Running) -> None:
    hand = Hand(writing)
    writing.keyboard.type(STORY)
    hand.tab_to("Go on")
    hand.press("Enter")
    expect(writing.get_by_role("heading", name="What your words may say")).to_be_focused()
    assert writing.locator("input:checked:not([value=''])").count() == 0
    hand.press("t")
    expect(writing.get_by_label("Detention")).to_be_checked()
    expect(writing.get_by_label("A relative told me")).to_be_checked()
    hand.press("b")  # they say that he was not beaten after all
    expect(writing.get_by_label("Beating")).not_to_be_checked()
    hand.press("b")
    hand.press("s")
    expect(writing.get_by_role("heading", name="Saved on this computer")).to_be_visible()
    print(f"figure first-report-keys {hand.keys} bar {MOST_KEYS}")
    assert hand.keys <= MOST_KEYS
    with site.desk.held() as case:
        (rustam,) = people(case.vault.db)
        file = person_file(case.vault.db, rustam.root)
        assert len(file.acts) == 2
        assert file.acts[0].told("pressured")[0].value[0].text == "Firuz Nazarov"
    hand.press("z")
    expect(writing.get_by_role("heading", name="Taken back")).to_be_visible()


def test_each_proposal_is_taken_with_one_key_on_any_keyboard(writing: Page) -> None:
    """A Cyrillic keyboard sends ф where the key says a: its place on the keyboard counts."""
    writing.get_by_label("What happened?").fill(STORY)
    writing.get_by_role("button", name="Go on").click()
    expect(writing.get_by_label("Detention")).not_to_be_checked()
    writing.evaluate(
        "document.dispatchEvent(new KeyboardEvent('keydown',"
        " {key: 'ф', code: 'KeyA', bubbles: true, cancelable: true}))"
    )
    expect(writing.get_by_label("Detention")).to_be_checked()
    press(writing, "1")
    expect(writing.locator("input[name='who.0.take']")).to_be_checked()


def test_a_name_shows_who_it_may_be_while_it_is_typed(writing: Page, site: Running) -> None:
    from tests.casebook.building import person

    with site.desk.held() as case:
        person(case, "Рустам Назаров", born="1990-05-01")
    writing.get_by_label("What happened?").fill("They took somebody.")
    writing.get_by_role("button", name="Go on").click()
    writing.get_by_role("textbox", name="Somebody else").first.press_sequentially("Rustam")
    expect(writing.get_by_text("born 1 May 1990")).to_be_visible()
    expect(writing.get_by_label("a new person")).to_be_checked()


def test_a_draft_survives_the_crash_of_its_tab(
    writing: Page, context: BrowserContext, site: Running
) -> None:
    writing.keyboard.type("They took my broth")
    wait_until_kept(writing)
    writing.keyboard.type("er")
    with pytest.raises(Error, match=r"crashed|ABORTED"):
        writing.goto("chrome://crash")
    writing.close()
    again = context.new_page()
    again.goto(f"{site.origin}/record")
    again.get_by_role("link", name="They took my broth").click()
    expect(again.get_by_label("What happened?")).to_have_value("They took my broth")


def test_the_last_words_before_locking_and_leaving_are_kept(
    writing: Page, context: BrowserContext, site: Running
) -> None:
    """Faster than the pause after which a draft is kept."""
    writing.keyboard.type("They took my brother")
    writing.get_by_role("button", name="Lock").click()
    writing.get_by_label("Passphrase").fill(PASSPHRASE)
    writing.keyboard.press("Enter")
    writing.get_by_role("link", name="Record").first.click()
    writing.get_by_role("link", name="They took my brother").click()
    writing.get_by_label("What happened?").press("End")
    writing.keyboard.type(" and my father")
    writing.keyboard.press("Escape")
    writing.wait_for_url("about:blank")
    assert not site.desk.open
    site.desk.unlock(PASSPHRASE)
    again = context.new_page()
    again.goto(f"{site.origin}/record")
    expect(again.get_by_role("link", name="They took my brother and my father")).to_be_visible()
    assert again.get_by_role("link", name="They took").count() == 1


def test_a_failed_keeping_is_told(writing: Page, context: BrowserContext) -> None:
    context.route("**/record/draft", lambda route: route.abort())
    writing.keyboard.type("They took")
    expect(writing.locator("[data-draft-told]")).to_have_text(
        "Not kept yet. Panoh tries again as you write."
    )
    context.unroute("**/record/draft")
    writing.keyboard.type(" him")
    wait_until_kept(writing)


LOOKS = [(language, scheme) for language in ("en", "fa") for scheme in ("light", "dark")]


@pytest.fixture(params=LOOKS, ids="-".join)
def looked(request: pytest.FixtureRequest, chromium: Browser, site: Running) -> Iterator[Page]:
    """A page of a reader of this language who prefers this scheme."""
    language, scheme = request.param
    site.desk.language = language
    with guarded(chromium.new_context(color_scheme=scheme), site) as context:
        page = context.new_page()
        page.goto(site.link())
        page.wait_for_url(f"{site.origin}/what-now")
        yield page


def test_every_page_of_it_is_clean_to_axe(looked: Page, site: Running) -> None:
    if not SCRIPT.exists():
        pytest.skip("axe-core is absent: npm ci in frontend/")
    found: list[str] = []

    def look() -> None:
        looked.wait_for_load_state()
        found.extend(f"{looked.url}: {fault}" for fault in faults(looked))

    looked.goto(f"{site.origin}/unlock")
    look()
    looked.goto(f"{site.origin}/recover")
    look()
    site.desk.unlock(PASSPHRASE)
    looked.goto(f"{site.origin}/record")
    look()
    looked.locator("button.main").click()
    look()
    looked.locator("#story").fill(STORY)
    looked.locator("button[value=look]").click()
    looked.wait_for_load_state()
    looked.locator("button[value=all]").click()
    look()
    looked.locator("#act-when").fill("31.02.2024")
    looked.locator("#what-more").fill("xyzzy")
    looked.locator("button[value=save]").click()
    looked.wait_for_load_state()
    look()
    looked.goto(f"{site.origin}/record")
    look()
    looked.locator("a[data-row]").first.click()
    looked.locator("#act-when").fill("")
    looked.locator("#what-more").fill("")
    looked.locator("button[value=save]").click()
    looked.wait_for_url("**/saved/*")
    look()
    looked.locator("button[data-key=z]").click()
    look()
    assert found == []
