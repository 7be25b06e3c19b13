"""Reading a holder's sheet as its holder does."""

import io
import re

from pypdf import PdfReader


def words_on(pdf: bytes) -> list[str]:
    """The words of a share in the order of their numbers."""
    [page] = PdfReader(io.BytesIO(pdf)).pages
    numbered = re.findall(r"\b(\d{1,2}) ([a-z]{4,8})\b", page.extract_text().split("What to do")[0])
    told = {int(number): word for number, word in numbered}
    return [told[number] for number in range(1, 34)]
