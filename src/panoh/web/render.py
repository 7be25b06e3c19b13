"""Templates become pages: escaped, translated, with the frame of the interface around them."""

import json
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from panoh.model.languages import LANGUAGES
from panoh.model.messages import awaits_review, fill, translator
from panoh.web.areas import AREAS
from panoh.web.desk import Desk
from panoh.web.page import Page

HERE = Path(__file__).resolve().parent


@cache
def environment() -> Environment:
    """The templates; every value is escaped, and a value that a page lacks is an error."""
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters["sentence"] = _sentence
    made.globals |= {"icon": icon, "AREAS": AREAS, "LANGUAGES": LANGUAGES}
    made.globals["awaits_review"] = awaits_review
    return made


def _sentence(text: str) -> str:
    """A term of ours as it begins a heading; the rest of it stays as it is."""
    return text[:1].upper() + text[1:]


@cache
def _drawn() -> dict[str, str]:
    try:
        found: dict[str, str] = json.loads((HERE / "static" / "icons.json").read_bytes())
    except FileNotFoundError:
        return {}  # the bundle was not built: pages work in words alone
    return found


def icon(name: str) -> Markup:
    """An icon as part of the page; it is decoration, the word beside it says what it means."""
    drawn = Markup(_drawn().get(name, ""))  # noqa: S704 - our own bundle
    turns = " turns" if name.startswith("arrow-") else ""  # where lines begin at the right
    shape = Markup('<svg class="icon{}" viewBox="0 0 24 24" aria-hidden="true">{}</svg>')
    return shape.format(turns, drawn)


def _in_words(say: Callable[[str], str], value: object) -> object:
    return say(value) if isinstance(value, str) and value else value


def render(page: Page, desk: Desk, language: str) -> str:
    """The page as HTML in this language."""
    say = translator(language)

    def filled(text: str, **values: Any) -> str:
        return fill(language, text, values)

    def told(text: str, values: Mapping[str, object]) -> str:
        """What an error says; words of ours that it names, such as a field, are messages too."""
        said = {name: _in_words(say, value) for name, value in values.items()}
        return fill(language, text, said)

    return (
        environment()
        .get_template(page.template)
        .render(
            page=page,
            _=filled,
            say=say,
            told=told,
            language=language,
            direction=LANGUAGES[language].direction,
            open=desk.open,
        )
    )
