"""Markup (XML, HTML, SVG) as a reader sees it: what only marks letters falls out of the words."""

import re
from functools import cache, lru_cache
from importlib.resources import files
from zipfile import ZipFile

_TAG = re.compile(r"<[/?!]?(?:([A-Za-z][\w.-]*):)?([A-Za-z][\w.-]*)?[^<>]*>")
_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_CDATA = re.compile(r"<!\[CDATA\[|\]\]>")
#: Vocabularies in which a tag only marks letters, with those of their tags that end a word ...
_MARKING = re.compile(r"(?:w\d*|w16\w+|a|m|mc|text)")
_ENDING = frozenset(("p", "tc", "tr", "br", "cr", "tab", "h", "line-break", "s", "docPart"))
#: ... and tags of HTML, SVG and spreadsheets after which a word goes on.
_JOINING = frozenset(
    ("a", "b", "i", "u", "s", "em", "strong", "span", "font", "mark", "small", "sub", "sup", "wbr",
     "tspan", "r", "t", "rPr", "sz", "color", "rFont", "family", "scheme", "charset", "code")
)  # fmt: skip
_VALUE = re.compile(r"""[\w:.-]+\s*=\s*(?:"([^"]*)"|'([^']*)')""")
#: Between values that do not belong together; no name goes on across it.
APART = " ; "


def is_markup(text: str) -> bool:
    """Whether there are tags in the text."""
    return _TAG.search(text) is not None


def words(text: str) -> str:
    """The text without tags, words joined over what only marks them; comments are kept."""
    text = _COMMENT.sub(r"\n\1\n", _CDATA.sub("", text))
    return _TAG.sub(lambda tag: _mark(tag[1] or "", tag[2] or ""), text)


@lru_cache(maxsize=1 << 10)
def _mark(vocabulary: str, name: str) -> str:
    """What stands for a tag between letters."""
    marks = name not in _ENDING if _MARKING.fullmatch(vocabulary) else name in _JOINING
    return "" if marks else "\n"


def attributes(text: str) -> str:
    """Every value of an attribute, once; what a blank document of an office holds names nobody."""
    found: dict[str, None] = {}
    for tag in _TAG.finditer(text):
        found |= dict.fromkeys(filter(None, (a or b for a, b in _VALUE.findall(tag.group()))))
    return APART.join(value for value in found if value not in _blank())


@cache
def _blank() -> frozenset[str]:
    """The values in the blank document that the writer of DOCX begins with."""
    with (files("docx") / "templates" / "default.docx").open("rb") as file, ZipFile(file) as blank:
        texts = [blank.read(name).decode() for name in blank.namelist() if name.endswith(".xml")]
    return frozenset(a or b for text in texts for a, b in _VALUE.findall(text))
