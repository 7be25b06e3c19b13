"""Small values that several kinds share: a person as named, who did it, a document of identity."""

import msgspec


class Mention(msgspec.Struct, frozen=True, omit_defaults=True):
    """Somebody as a source names them: an entity, or only words, or both."""

    entity: str = ""
    text: str = ""


class Perpetrator(msgspec.Struct, frozen=True, omit_defaults=True):
    """Who did it, as entity or words; what kind of actor, what part, how that is known."""

    entity: str = ""
    text: str = ""
    type: str = ""
    degree: str = ""
    basis: str = ""


class IdentityDocument(msgspec.Struct, frozen=True, omit_defaults=True):
    """A document of identity: its kind in words, its number, who issued it."""

    type: str = ""
    number: str = ""
    issuer: str = ""


class Cell(msgspec.Struct, frozen=True, omit_defaults=True):
    """One cell of a list as it was read, and why it could not be understood, if so."""

    column: str
    text: str
    why: str = ""
