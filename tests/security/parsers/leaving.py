"""Finished files as the gate reads them."""

import io

from tests.security.parsers.lists import workbook
from tests.security.parsers.parser import LIST, Parser

from panoh.casebook.consent import reading


def gate() -> Parser:
    svg = '<svg xmlns="http://www.w3.org/2000/svg"><text>Зарина</text></svg>'.encode()
    pdf = _pdf()
    html = '<p title="З">Зар&#1080;на <!-- б --></p>'.encode()
    escaped = b'{"name": "\\u0417\\u0430"} %D0%97%D0%B0 =D0=97=D0=B0 &amp;#1047;'
    seeds = [workbook(), svg, pdf, html, escaped, LIST.encode()]
    return Parser(lambda data: reading.read("file", data), seeds)


def _pdf() -> bytes:
    from pypdf import PdfWriter

    out, writer = io.BytesIO(), PdfWriter()
    writer.add_blank_page(200, 200)
    writer.add_metadata({"/Title": "Зарина"})
    writer.add_attachment("a.txt", LIST.encode())
    writer.write(out)
    return out.getvalue()
