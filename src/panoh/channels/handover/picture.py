"""The message as a QR code that a telephone reads without any network."""

from io import BytesIO

import segno
from segno.encoder import DataOverflowError

#: More than this is not read from paper or a small screen (105 modules a side).
_LARGEST_VERSION = 20


def picture(text: str) -> bytes | None:
    """The text as an SVG; nothing if it is too long to be read back."""
    try:
        code = segno.make(text, error="m", micro=False)
    except DataOverflowError:
        return None
    if int(code.version) > _LARGEST_VERSION:
        return None
    drawn = BytesIO()
    code.save(drawn, kind="svg", scale=6, border=4, svgns=True, xmldecl=True)
    return drawn.getvalue()
