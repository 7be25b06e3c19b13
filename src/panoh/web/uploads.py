"""A file that was sent: raw by our script, or as a form of several parts without it.

Frameworks write large forms to plain temporary files; here they stay in memory, which is why each
way in names the most it takes.
"""

from collections.abc import Mapping, Sequence
from urllib.parse import parse_qs, unquote

from python_multipart import MultipartParser
from python_multipart.multipart import parse_options_header
from starlette.datastructures import Headers

Form = Mapping[str, Sequence[str]]
_FIELDS = 200


def words_of(query: str) -> dict[str, list[str]]:
    """The fields of an urlencoded form; raises ValueError for more fields than any form has."""
    return parse_qs(query, keep_blank_values=True, max_num_fields=_FIELDS * 10)


def sent_file(headers: Headers, body: bytes) -> tuple[Form, str, bytes]:
    """The fields, the file's name and its bytes. Raises ValueError for a malformed form."""
    kind, options = parse_options_header(headers.get("content-type", ""))
    if kind != b"multipart/form-data":
        name = unquote(headers.get("x-file-name", ""))
        return words_of(headers.get("x-form", "")), name, body
    form: dict[str, list[str]] = {}
    name, data = "", b""
    for options_, content in _parts(body, options.get(b"boundary", b"")):
        field = options_.get(b"name", b"").decode("utf-8", "replace")
        if b"filename" in options_:
            name, data = options_[b"filename"].decode("utf-8", "replace"), content
        else:
            form.setdefault(field, []).append(content.decode("utf-8"))
    return form, name, data


def _parts(body: bytes, boundary: bytes) -> list[tuple[dict[bytes, bytes], bytes]]:
    found: list[tuple[dict[bytes, bytes], bytes]] = []
    header, value, content = bytearray(), bytearray(), bytearray()
    options: dict[bytes, bytes] = {}

    def begin() -> None:
        if len(found) >= _FIELDS:
            raise ValueError("too many parts")
        content.clear()
        options.clear()

    def header_end() -> None:
        if bytes(header).lower() == b"content-disposition":
            options.update(parse_options_header(bytes(value))[1])
        header.clear()
        value.clear()

    callbacks = {
        "on_part_begin": begin,
        "on_header_field": lambda data, start, end: header.extend(data[start:end]),
        "on_header_value": lambda data, start, end: value.extend(data[start:end]),
        "on_header_end": header_end,
        "on_part_data": lambda data, start, end: content.extend(data[start:end]),
        "on_part_end": lambda: found.append((dict(options), bytes(content))),
    }
    parser = MultipartParser(boundary, callbacks)  # type: ignore[arg-type]
    parser.write(body)
    parser.finalize()
    return found
