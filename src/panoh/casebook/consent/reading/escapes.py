"""Letters written as codes: entities, percent signs, backslashes. What is longer needs a human."""

import html
import re

#: Codes may stand within codes, as when a link is quoted in a page.
DEPTH = 3
_BYTES = re.compile(r"(?:%[0-9A-Fa-f]{2})+|(?:=[0-9A-F]{2}){2,}")
_BACKSLASH = re.compile(
    r"\\u\{([0-9A-Fa-f]{1,6})\}|\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})|\\x([0-9A-Fa-f]{2})"
)
_HEX = re.compile("[0-9A-Fa-f]{2}")
#: A run of base64, of which every line of a sealed or attached file is made; digests are not.
_LONG = re.compile("[A-Za-z0-9+/_-]{60,}")
_KINDS = (str.islower, str.isupper, str.isdigit)


def spelled_out(text: str) -> str:
    """The text with every code replaced by the letter it stands for."""
    for _depth in range(DEPTH):
        plain = html.unescape(text) if "&" in text else text
        if "%" in plain or "=" in plain:
            plain = _BYTES.sub(_from_bytes, plain)
        if "\\" in plain:
            plain = _BACKSLASH.sub(_from_code, plain)
        if plain == text:
            break
        text = plain
    return text


def lines_spelled_out(text: str) -> str:
    """The lines that hold codes, without them, each with the lines around it; else empty."""
    if not any(mark in text for mark in "&%=\\"):
        return ""
    lines = text.splitlines()
    plain = [spelled_out(line) for line in lines]
    changed = [number for number, line in enumerate(lines) if plain[number] != line]
    shown = sorted({at for number in changed for at in (number - 1, number, number + 1)})
    return "\n".join(plain[at] for at in shown if 0 <= at < len(lines))


def is_encoded(text: str) -> bool:
    """Whether the text holds a run of letters that only a program can read."""
    return any(all(any(map(kind, run.group())) for kind in _KINDS) for run in _LONG.finditer(text))


def _from_bytes(found: re.Match[str]) -> str:
    data = bytes.fromhex("".join(_HEX.findall(found.group())))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1251", "replace")


def _from_code(found: re.Match[str]) -> str:
    code = int(next(filter(None, found.groups())), 16)
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else " "
