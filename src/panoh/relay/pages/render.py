"""A page as bytes: one template, one language, one small style inside, no script."""

from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup
from starlette.responses import Response

from panoh.model.languages import LANGUAGES
from panoh.relay.pages.words import words

_FOLDER = Path(__file__).resolve().parent / "templates"
_STYLE = (_FOLDER / "style.css").read_text(encoding="utf-8").strip()
_TEMPLATES = jinja2.Environment(
    loader=jinja2.FileSystemLoader(_FOLDER),
    autoescape=True,
    undefined=jinja2.StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    auto_reload=False,
)

#: Lets the one style inside the page through, and nothing else whatever.
STYLE_SOURCE = f"'sha256-{b64encode(sha256(_STYLE.encode()).digest()).decode()}'"


def page(name: str, language: str, here: str, *, status: int = 200, **values: Any) -> Response:
    """A page; `here` is its own address, to which its forms answer."""
    text = _TEMPLATES.get_template(f"{name}.html").render(
        w=words(language),
        language=LANGUAGES[language],
        languages=LANGUAGES.values(),
        style=Markup(_STYLE),  # noqa: S704 - our own file
        here=here,
        **values,
    )
    return Response(text, status, media_type="text/html; charset=utf-8")


def notice(
    language: str, here: str, title: str, *lines: str, status: int = 200, back: bool = False
) -> Response:
    """A page that only says something."""
    return page(
        "notice",
        language,
        here,
        status=status,
        title=title,
        lines=[*filter(None, lines)],
        back=back,
    )
