"""Every stop of the keyboard is seen, everything that acts is reached, and nothing moves by itself.

Axe cannot tell these: it looks at a page that nobody uses.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.browser.conftest import guarded
from tests.casebook.building import PASSPHRASE, act, open_case, person, source, status
from tests.web.running import Running, running

from panoh.casebook.asking import ask
from panoh.model.kinds import Action

#: More stops than any page here has.
MOST = 250
#: What has the focus: who it is, and whether an outline of at least two pixels is drawn around it.
FOCUSED = """() => {
  const e = document.activeElement
  if (!e || e === document.body) return null
  const s = getComputedStyle(e), box = e.getBoundingClientRect()
  return {
    mark: e.dataset.stop || "",
    name: `${e.tagName} ${e.name || e.id || e.textContent.trim().slice(0, 40)}`,
    drawn: s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2,
    large: box.width > 0 && box.height > 0,
  }
}"""
#: Puts the focus before the page.
START = """() => {
  const before = document.createElement("i")
  before.tabIndex = -1
  document.body.prepend(before)
  before.focus()
}"""
#: Marks whatever acts and is shown, and says how much that is; one choice of several counts once.
MARKED = """() => {
  const groups = new Set()
  let count = 0
  for (const e of document.querySelectorAll(
      "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']")) {
    if (!e.checkVisibility({visibilityProperty: true}) || e.disabled) continue
    if (e.type === "radio") {
      if (groups.has(e.name)) continue
      groups.add(e.name)
      for (const each of document.getElementsByName(e.name)) each.dataset.stop = `radio ${e.name}`
    } else {
      e.dataset.stop = String(count)
    }
    count += 1
  }
  return count
}"""
#: What a style may ask for one day.
PLANTED = "() => { document.querySelector('main').style.transition = 'opacity 2s' }"
MOVING = """() => [...document.querySelectorAll("*")].flatMap(e => {
  const s = getComputedStyle(e)
  const long = text => text.split(",").some(each => parseFloat(each) > 0.001)
  return long(s.transitionDuration) || long(s.animationDuration) ? [e.tagName] : []
})"""


@pytest.fixture
def held(tmp_path: Path) -> Iterator[tuple[Running, list[str]]]:
    """Somebody is held, was asked about, and is somebody's act; the pages to walk."""
    case = open_case(tmp_path)
    with case.vault:
        mother = source(case, "Mother", connection="relative")
        who = person(case, "Фаррух", mother)
        taken = act(case, who, "detention", "2023-09-30", mother)
        status(case, who, "held", "2023-10-01", mother)
        asked = ask(case, Action(recipient="lawyer", persons=(who,)))
    places = [f"/people/{who}", f"/acts/{taken}", f"/sent/{asked}", f"/people/{who}/asked"]
    with running(tmp_path) as site:
        yield site, ["/today", "/people", "/people?among=silent", "/record", "/events", *places]


def opened(page: Page, site: Running) -> None:
    page.goto(site.link())
    site.desk.unlock(PASSPHRASE)


def walk(page: Page) -> tuple[int, set[str], list[str]]:
    """Press Tab until the page is over: how much there is, what was reached, what was not seen."""
    whole = int(page.evaluate(MARKED))
    page.evaluate(START)
    reached: set[str] = set()
    unseen: list[str] = []
    for _ in range(MOST):
        page.keyboard.press("Tab")
        found = page.evaluate(FOCUSED)
        if found is None or (found["mark"] in reached and found["mark"]):
            break
        reached.add(found["mark"])
        if not (found["drawn"] and found["large"]):
            unseen.append(found["name"])
    return whole, reached - {""}, unseen


def story(page: Page, site: Running) -> None:
    page.goto(f"{site.origin}/record")
    page.fill("#story", "3 March 2024 the police detained Rustam Nazarov in Khujand.")
    page.click("button.main")
    page.wait_for_url("**/record/*")


def test_everything_is_reached_by_keyboard_and_seen(
    chromium: Browser, held: tuple[Running, list[str]]
) -> None:
    site, paths = held
    with guarded(chromium.new_context(locale="en-GB"), site) as context:
        page = context.new_page()
        opened(page, site)
        story(page, site)
        for path in ["", *paths]:
            if path:
                page.goto(site.origin + path)
            whole, reached, unseen = walk(page)
            assert unseen == [], path
            assert len(reached) == whole, path


def test_a_stop_that_is_not_seen_would_be_told(
    chromium: Browser, held: tuple[Running, list[str]]
) -> None:
    site, _paths = held
    with guarded(chromium.new_context(locale="en-GB"), site) as context:
        page = context.new_page()
        opened(page, site)
        page.goto(f"{site.origin}/people")
        page.evaluate("() => { document.querySelector('main a').style.outline = '0' }")
        page.evaluate(
            "() => { document.querySelector('main a + a, main li + li a').tabIndex = -1 }"
        )
        whole, reached, unseen = walk(page)
        assert unseen
        assert len(reached) < whole


def test_nothing_moves_for_who_asked_for_rest(
    chromium: Browser, held: tuple[Running, list[str]]
) -> None:
    site, paths = held
    for motion, still in (("reduce", True), ("no-preference", False)):
        wanted = chromium.new_context(locale="en-GB", reduced_motion=motion)  # type: ignore[arg-type]
        with guarded(wanted, site) as context:
            page = context.new_page()
            opened(page, site)
            moving = []
            for path in paths:
                page.goto(site.origin + path)
                page.evaluate(PLANTED)
                moving += page.evaluate(MOVING)
            assert (moving == []) == still
