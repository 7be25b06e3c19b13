"""The statement: what one source tells about one thing. Everything recorded is one.

A statement's identifier is the hash of its sealed leaf, so it can only point to statements that
were there before it: replacing and retracting can never go round in a circle.
"""

import re
from typing import Annotated, Any, ClassVar

import msgspec

from panoh.model.errors import PanohError

MAX_BODY = 1 << 20
DEEPEST = 64
_LARGEST = (1 << 31) - 1
_WORDS = re.compile(rb'"(?:[^"\\]|\\.)*"', re.DOTALL)
_BRACKETS = re.compile(rb"[\[\]{}]")


class StatementUnreadable(PanohError):
    """The bytes of a statement do not follow the format."""

    code: ClassVar[str] = "statement-unreadable"
    message: ClassVar[str] = "A statement cannot be read: its bytes do not follow the format."
    hint: ClassVar[str] = "Nothing was changed. Run `panoh vault verify`; it names the statement."
    exit_status: ClassVar[int] = 31


class Origin(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """Where in a stored file a statement was read: the item's entity, the row, the sheet."""

    item: str
    row: Annotated[int, msgspec.Meta(ge=0, le=_LARGEST)] = 0
    sheet: str = ""


class Statement(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True, gc=False):
    """What one source tells about one thing.

    `about` is an entity; `by` the member who wrote; `recorded` RFC 3339 UTC. `fields` maps a
    field's name to its value as JSON, untouched, so that fields of a newer version pass through.
    `source` is the entity of the source, empty where a member speaks for herself (judgements,
    assessments, retractions). `replaces` names (statement, field) pairs of the same source.
    """

    about: str
    kind: str
    version: Annotated[int, msgspec.Meta(ge=1, le=_LARGEST)] = 1
    source: str = ""
    by: str
    recorded: str
    fields: dict[str, msgspec.Raw]
    reliability: str = ""
    language: str = ""
    translation_of: str = ""
    replaces: tuple[tuple[str, str], ...] = ()
    origin: Origin | None = None

    @property
    def voice(self) -> str:
        """Who speaks: the source, or the member where there is none. A voice replaces itself."""
        return self.source or "by:" + self.by


_encoder = msgspec.json.Encoder(order="deterministic")
_decoder = msgspec.json.Decoder(Statement)
_anything = msgspec.json.Decoder()


def encode(statement: Statement) -> bytes:
    """The statement as one line of JSON; the same statement always gives the same bytes."""
    return _encoder.encode(statement)


def decode(body: bytes) -> Statement:
    """The statement in `body`; raises `StatementUnreadable`, never decodes in part."""
    return decode_whole(body)[0]


def decode_whole(body: bytes) -> tuple[Statement, Any]:
    """The statement, and all that stands in its bytes as plain values.

    The fields stay JSON, but whoever decodes them later cannot fail on what no decoder reads:
    letters that are none, numbers beyond all bounds, lists in lists without end. One member could
    otherwise lock every other out by saving a single statement.
    """
    if len(body) > MAX_BODY:
        raise StatementUnreadable
    try:
        if body.count(b"[") + body.count(b"{") > DEEPEST and _depth(body) > DEEPEST:
            raise StatementUnreadable
        return _decoder.decode(body), _anything.decode(body)
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        raise StatementUnreadable from None


def decode_again(body: bytes) -> Statement:
    """The statement in bytes that `decode` has read before, as those behind the index were."""
    try:
        return _decoder.decode(body)
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        raise StatementUnreadable from None


def _depth(body: bytes) -> int:
    """How many brackets are open at once at most, not counting those in words."""
    deepest = depth = 0
    for bracket in _BRACKETS.findall(_WORDS.sub(b"", body)):
        depth += 1 if bracket in b"[{" else -1
        deepest = max(deepest, depth)
    return deepest


def raw_fields(values: dict[str, Any]) -> dict[str, msgspec.Raw]:
    """Each value of a field as untouched JSON, in the order of the names."""
    return {name: msgspec.Raw(_encoder.encode(values[name])) for name in sorted(values)}
