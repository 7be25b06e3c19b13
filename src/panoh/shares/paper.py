"""Sheets of paper as PDF: one share of the recovery key, and the way back into a vault."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, time
from importlib.resources import files
from pathlib import Path
from typing import Any, ClassVar

import msgspec

from panoh.model.errors import PanohError
from panoh.model.messages import mark as _
from panoh.model.messages import translator
from panoh.shares.sheet import MEANING, TITLE, Sheet
from panoh.shares.verifier import grouped, verifier_of

_CODE_LINE = 100
Say = Callable[[str], str]
TEMPLATES = Path(str(files("panoh.shares"))) / "template"

_CLUE = _(
    "The words follow the public standard SLIP-39. What stands below tells which key this is a"
    " part of; it is not secret."
)
_ALONE = _(
    "This paper opens nothing by itself and holds no names. It tells how to open one vault with"
    " its recovery key. Keep it with your papers, and keep it apart from the parts of the key."
)
_NEEDED = (
    _("A copy of the vault folder. Any copy will do; the newest holds most."),
    _(
        "The recovery key, one line that begins with AGE-SECRET-KEY-PQ-1. Or the sheets with its"
        " parts: as many as each of them asks for."
    ),
)
_STOCK = _(
    "The tools age (1.3 or newer) and zstd are enough. Write the recovery key into a file named"
    " R.txt, set V to the vault folder, and run these commands in an empty folder of a computer"
    " that you trust. They stand in one file, each line as it stands here."
)
_STOCK_SHARES = _(
    "From parts: any program for SLIP-39 gives 32 bytes, without a passphrase. The key is these"
    " bytes in Bech32 with the prefix AGE-SECRET-KEY-PQ-, in capital letters."
)


class SheetNotDrawn(PanohError):
    """The drawing failed; nothing was written."""

    code: ClassVar[str] = "sheet-not-drawn"
    message: ClassVar[str] = "The sheet could not be drawn. Nothing was written."
    hint: ClassVar[str] = "This is a fault of the program; please report it without the sheet."
    exit_status: ClassVar[int] = 5


def share_sheet(sheet: Sheet, language: str) -> bytes:
    """One holder's sheet as PDF, on one page; raises SheetNotDrawn."""
    say = translator(language)
    blocks = [
        _text(say(MEANING).format(count=sheet.count, threshold=sheet.threshold)),
        {"type": "words", "rows": sheet.rows},
        _heading(say("What to do")),
        _list(sheet.to_do, say),
        _heading(say("What never to do")),
        _list(sheet.never, say),
        _heading(say("For whoever puts the parts together")),
        _text(say(_CLUE)),
        _facts(
            (say("Key of"), sheet.vault),
            (say("Verifier"), sheet.verifier),
            (say("Made on"), sheet.day.isoformat()),
        ),
    ]
    return _drawn(
        say(TITLE).format(number=sheet.number, count=sheet.count), blocks, sheet.day, language
    )


def recovery_sheet(vault: str, recipient: str, day: date, language: str) -> bytes:
    """The way back into a vault as PDF: no key, no names; raises SheetNotDrawn."""
    say = translator(language)
    blocks = [
        _text(say(_ALONE)),
        _facts(
            (say("Vault"), grouped(vault[:16])),
            (say("Verifier"), grouped(verifier_of(recipient))),
            (say("Made on"), day.isoformat()),
        ),
        _heading(say("What you need")),
        _list(_NEEDED, say),
        _heading(say("With the program Panoh")),
        _commands(
            "panoh vault recover --vault FOLDER\npanoh vault recover --vault FOLDER --shares"
        ),
        _text(say("The first asks for the key, the second for the words of its parts.")),
        _heading(say("The whole name of the vault")),
        _code(vault),
        _heading(say("The public half of the recovery key")),
        _code(recipient),
        {"type": "page"},
        _heading(say("Without that program")),
        _text(say(_STOCK)),
        _commands((TEMPLATES / "recover.sh").read_text(encoding="ascii").strip()),
        _text(say(_STOCK_SHARES)),
    ]
    return _drawn(say("The way back into a vault"), blocks, day, language)


def _drawn(title: str, blocks: Sequence[Mapping[str, Any]], day: date, language: str) -> bytes:
    import typst

    data = {"title": title, "language": language, "blocks": blocks}
    noon = datetime.combine(day, time(12), tzinfo=UTC)
    try:
        pdf = typst.compile(
            str(TEMPLATES / "sheet.typ"),
            root=str(TEMPLATES),
            ignore_system_fonts=True,
            format="pdf",
            sys_inputs={"data": msgspec.json.encode(data).decode()},
            pdf_standards=["a-2a", "ua-1"],
            timestamp=int(noon.timestamp()),
        )
    except typst.TypstError:
        # Its message quotes what was to be drawn: the words of a share.
        raise SheetNotDrawn from None
    if not isinstance(pdf, bytes):
        raise SheetNotDrawn
    return pdf


def _text(text: str) -> dict[str, Any]:
    return {"type": "text", "text": text}


def _heading(text: str) -> dict[str, Any]:
    return {"type": "heading", "text": text}


def _list(items: Sequence[str], say: Say) -> dict[str, Any]:
    return {"type": "list", "items": [say(item) for item in items]}


def _facts(*facts: tuple[str, str]) -> dict[str, Any]:
    return {"type": "facts", "facts": facts}


def _commands(text: str) -> dict[str, Any]:
    return {"type": "commands", "text": text}


def _code(text: str) -> dict[str, Any]:
    # Broken here and not by invisible marks in the drawing, so that it can be copied.
    lines = [text[at : at + _CODE_LINE] for at in range(0, len(text), _CODE_LINE)]
    return {"type": "code", "text": "\n".join(lines)}
