"""The objects of a PDF beside its pages: strings, notes, attached files, pictures, fonts."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from panoh.casebook.consent.reading.drawing import string_of

#: Streams that hold no words, known by what refers to them ...
SILENT = frozenset(
    ("/FontFile", "/FontFile2", "/FontFile3", "/ToUnicode", "/CIDToGIDMap", "/CIDSet",
     "/DestOutputProfile", "/Contents", "/Encoding", "/Function", "/Shading")
)  # fmt: skip
#: ... or by what they say of themselves.
TYPES = frozenset(("/ObjStm", "/XRef", "/CMap"))
WORDLESS = ("/FunctionType", "/ShadingType", "/N")
#: Strings made by programs: the two halves of a file's identifier, checksums, signatures.
NO_WORDS = frozenset(("/ID", "/CheckSum", "/Panose"))


@dataclass(frozen=True, slots=True)
class Kept:
    """What an object keeps: "text", a "file", a "drawing", or the name of what nobody can read."""

    what: str
    text: str = ""
    stream: Any = None


def objects_of(document: Any) -> list[Any]:
    """Every object of the file, whether or not anything refers to it; first the trailer."""
    from pypdf.generic import IndirectObject

    numbers = {(number, 0) for number in document.xref_objStm}
    for generation, places in document.xref.items():
        numbers |= {(number, generation) for number in places}
    free = {
        (number, generation)
        for generation, entries in document.xref_free_entry.items()
        for number, is_free in entries.items()
        if is_free
    }
    found = [document.trailer]
    for number, generation in sorted(numbers - free):
        found.append(document.get_object(IndirectObject(number, generation, document)))
    return found


def kept_in(objects: Iterable[Any]) -> Iterator[Kept]:
    """What these objects keep beside the contents of pages, each kind where it was found."""
    from pypdf.generic import DictionaryObject, StreamObject

    objects = list(objects)
    referred: defaultdict[int, set[str]] = defaultdict(set)
    for each in objects:
        for key, value in _walk(each, ""):
            if hasattr(value, "idnum"):
                referred[value.idnum].add(key)
    texts = dict.fromkeys(text for each in objects for text in _texts(each))
    yield Kept("text", "\n".join(texts))
    for each in objects:
        if isinstance(each, StreamObject):
            yield from _stream(each, referred[_number(each)])
        elif isinstance(each, DictionaryObject) and _hides_letters(each):
            yield Kept("letters that cannot be read")


def _stream(stream: Any, referred: set[str]) -> Iterator[Kept]:
    type_, subtype = stream.get("/Type"), stream.get("/Subtype")
    if subtype == "/Image":
        yield Kept("picture")
    elif type_ in ("/Metadata", "/EmbeddedFile") or "/JS" in referred or "/XFA" in referred:
        yield Kept("file", stream=stream)
    elif subtype == "/Form" or "/PatternType" in stream:
        yield Kept("drawing", stream=stream)
    elif type_ in TYPES or any(key in stream for key in WORDLESS):
        return
    elif not referred or not referred <= SILENT:
        yield Kept("data")


def _number(stream: Any) -> int:
    reference = getattr(stream, "indirect_reference", None)
    return reference.idnum if reference is not None else -1


def _walk(value: Any, key: str) -> Iterator[tuple[str, Any]]:
    """Every value within an object with the key it stands under; references are not followed."""
    from pypdf.generic import ArrayObject, DictionaryObject

    if isinstance(value, DictionaryObject):
        for name in value:
            yield from _walk(value.raw_get(name), str(name))
    elif isinstance(value, ArrayObject):
        for each in list.__iter__(value):
            yield from _walk(each, key)
    else:
        yield key, value


def _texts(value: Any) -> Iterator[str]:
    """The strings of an object, and the names of properties that somebody made up."""
    for key, each in _walk(value, ""):
        text = None if key in NO_WORDS else string_of(each)
        if text is not None:
            yield text
            if not key.isascii():
                yield key


def _hides_letters(font: Any) -> bool:
    """Whether a font does not say which letters its shapes are."""
    if font.get("/Type") != "/Font" or "/ToUnicode" in font:
        return False
    encoding = font.get("/Encoding")
    named = hasattr(encoding, "get") and "/Differences" in encoding
    return font.get("/Subtype") in ("/Type0", "/Type3") or named
