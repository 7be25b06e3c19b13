"""Record and consent in Tajik and Persian: not one label in another language."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import httpx
import pytest
from tests.casebook.building import open_case
from tests.web.running import Running, running
from tests.web.test_record import begin, press

from panoh.model.languages import LANGUAGES
from panoh.model.messages import translator

#: Names that are the same everywhere, and the key that empties the screen.
EVERYWHERE = {"Panoh", "Signal", "WhatsApp", "Telegram", "Esc", "Escape", "PDF", "DOCX"}
#: Letters that Russian has and Tajik has not.
RUSSIAN = re.compile("[ыщцьЫЩЦЬ]")
#: Where people's own words and keys stand.
SILENT = ("script", "style", "textarea", "bdi", "q", "kbd")
LATIN = re.compile(r"[A-Za-z][A-Za-z-]+")
CYRILLIC = re.compile("[а-яА-ЯёЁ]{2,}")
STORIES = {
    "tg": "3 марти 2024 милитсия Рустам Назаровро дар Хуҷанд дастгир кард, зеро бародараш Фирӯз"
    " Назаров дар хориҷа аст. Ӯ ҳоло дар боздошт аст. Модарам занг зад.",
    "fa": "رستم نظرف را سوم مارس ۲۰۲۴ در خجند بازداشت کردند. مادرم زنگ زد.",
}


class Seen(HTMLParser):
    """What a reader sees or hears of a page, but for what people wrote themselves."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._silent, self._list = 0, False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._silent += tag in SILENT
        self._list = tag == "datalist" or (self._list and tag == "option")
        names = ["placeholder", "aria-label", "title", *(["value"] if self._list else [])]
        self.texts += [text for name in names if (text := given.get(name))]

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in SILENT

    def handle_data(self, data: str) -> None:
        if not self._silent and data.strip():
            self.texts.append(" ".join(data.split()))


def foreign(page: str, language: str) -> list[str]:
    """The texts of a page that are in another language."""
    own = {each.name for each in LANGUAGES.values()}
    return [text for text in Seen(page).texts if text not in own and _strange(text, language)]


def _strange(text: str, language: str) -> bool:
    words = {word for word in LATIN.findall(text) if word not in EVERYWHERE}
    other = RUSSIAN.search(text) if language == "tg" else CYRILLIC.search(text)
    return bool(words) or bool(other)


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Running]:
    open_case(tmp_path).vault.close()
    with running(tmp_path) as found:
        yield found


def pages(owner: httpx.Client, story: str) -> Iterator[tuple[str, str]]:
    """Each page of a first report, from the empty one to the question for consent."""
    yield "begun", owner.get("/record").text
    where = begin(owner, story)
    yield "story", owner.get(where).text
    wrong = press(owner, where, "save", **{"act.when": "yyy", "what.more": "zzz"})
    assert wrong.status_code == 422
    yield "wrong", re.sub("yyy|zzz", "", wrong.text)
    press(owner, where, "all")
    yield "taken", owner.get(where).text
    more = {"act.when": "2024-03-03", "what.more": "detention; questioning", "way": "relative"}
    person = {"who.0.name": "Рустам Назаров", "who.0.role": "victim", "who.0.take": "on"}
    saved = press(owner, where, "save", **more, **person)
    assert saved.status_code == 303, saved.text
    answer = owner.get(saved.headers["location"])
    yield "saved", answer.text
    consent = re.search(r'href="(/people/[0-9a-f]+/consent)"', answer.text)
    assert consent
    yield "consent", owner.get(consent[1]).text
    refused = {"answer": "no", "recipient": "wgad", "use": "complaint", "day": "2024-03-04"}
    told = owner.post(consent[1], data=refused | {"how": "spoken"})
    yield "refused", owner.get(told.headers["location"]).text


@pytest.mark.parametrize("language", ["tg", "fa"])
def test_every_label_is_in_the_language_of_the_reader(site: Running, language: str) -> None:
    owner = site.unlocked()
    owner.headers["accept-language"] = language
    for name, page in pages(owner, STORIES[language]):
        assert f'lang="{language}"' in page
        assert foreign(page, language) == [], name


@pytest.mark.parametrize(("language", "times"), [("tg", 1), ("fa", 1), ("de", 1), ("ru", 0)])
def test_every_page_says_whether_a_native_speaker_has_read_it(
    site: Running, language: str, times: int
) -> None:
    owner = site.unlocked()
    owner.headers["accept-language"] = language
    said = translator(language)("This translation has not been read by a native speaker yet.")
    for path in ("/what-now", "/what-now/taken", "/record", "/people", "/today", "/nothing"):
        assert owner.get(path).text.count(said) == times, path


@pytest.mark.parametrize("language", ["tg", "fa"])
def test_what_is_not_translated_would_be_seen(site: Running, language: str) -> None:
    owner = site.unlocked()
    owner.headers["accept-language"] = "en"
    assert len(foreign(owner.get("/vault").text, language)) > 5


#: Who said it and where the vault lies: names of organisations, of their pages, and of a folder.
NAMED = re.compile(
    "Front Line Defenders|Access Now|SMS|UNHCR|OHCHR|INTERPOL|Signal|WhatsApp|Telegram|2026-11.*"
    r"|/\S*/vault"
)


@pytest.mark.parametrize("language", ["tg", "fa"])
def test_what_stands_before_the_lock_is_too(site: Running, language: str) -> None:
    owner = site.owner()
    owner.headers["accept-language"] = language
    first = owner.get("/what-now").text
    situations = sorted(set(re.findall(r'href="(/what-now/[a-z-]+)"', first)))
    assert len(situations) == 10
    wrong = owner.post("/unlock", data={"passphrase": "not this one"}, follow_redirects=True)
    seen = [owner.get(path).text for path in ("/what-now", *situations, "/unlock")]
    for page in (*seen, wrong.text):
        texts = [NAMED.sub("", text) for text in foreign(page, language)]
        assert [text for text in texts if _strange(text, language)] == []
