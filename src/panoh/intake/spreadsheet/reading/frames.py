"""What the confined process writes and its parent reads: length, then one message in msgpack."""

from typing import IO

import msgspec

from panoh.intake.spreadsheet.reading.limits import MAX_FRAME
from panoh.intake.spreadsheet.reading.table import Note, SheetRow


class Head(msgspec.Struct, frozen=True, tag=True):
    """What kind of file this is."""

    media_type: str
    encoding: str = ""
    delimiter: str = ""


class SheetHead(msgspec.Struct, frozen=True, tag=True):
    """A sheet begins; the rows that follow belong to it."""

    name: str
    hidden: bool = False


class Rows(msgspec.Struct, frozen=True, tag=True):
    """Some rows of the sheet that began last."""

    rows: list[SheetRow]


class Said(msgspec.Struct, frozen=True, tag=True):
    """A note."""

    note: Note


class Refused(msgspec.Struct, frozen=True, tag=True):
    """The file is refused: the code of the error, and its numbers."""

    code: str
    values: dict[str, int] = {}


class End(msgspec.Struct, frozen=True, tag=True):
    """Everything was read."""


Frame = Head | SheetHead | Rows | Said | Refused | End

_encode = msgspec.msgpack.Encoder().encode
_decoder = msgspec.msgpack.Decoder(Frame)


def write_frame(out: IO[bytes], frame: Frame) -> None:
    """Write one message."""
    data = _encode(frame)
    out.write(len(data).to_bytes(4, "big") + data)


def read_frame(source: IO[bytes]) -> Frame | None:
    """The next message; None if the other side ended or does not keep to the form."""
    head = source.read(4)
    size = int.from_bytes(head, "big")
    if len(head) < 4 or size > MAX_FRAME:
        return None
    data = source.read(size)
    try:
        return _decoder.decode(data) if len(data) == size else None
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return None
