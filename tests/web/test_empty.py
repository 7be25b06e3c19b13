"""An empty vault: every area says what to do first, and nothing asks for what is not there."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.casebook.building import open_case
from tests.web.running import Running, running

from panoh.web.areas import AREAS

#: What leads on: a link, or a button of a form.
ONWARD = re.compile(r"<a [^>]*href=|<button")


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Running]:
    open_case(tmp_path).vault.close()
    with running(tmp_path) as found:
        yield found


def main(page: str) -> str:
    """The page without its frame."""
    return page.partition("<main")[2].partition("</main>")[0]


@pytest.mark.parametrize("language", ["en", "ru", "fa"])
def test_every_area_leads_on(site: Running, language: str) -> None:
    owner = site.unlocked()
    owner.headers["accept-language"] = language
    for area in AREAS:
        answer = owner.get(area.path, follow_redirects=True)
        assert answer.status_code == 200, area.path
        assert ONWARD.search(main(answer.text)), area.path


def test_a_dead_end_would_be_seen() -> None:
    assert not ONWARD.search(main("<nav><a href='/'>x</a></nav><main><p>Nothing.</p></main>"))
