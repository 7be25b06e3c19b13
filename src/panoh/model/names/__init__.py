"""Names across scripts: kept as written, folded, taken apart, compared, searched and found."""

from panoh.model.names.compare import Comparison, Note, compare
from panoh.model.names.endings import Role, stem
from panoh.model.names.finder import Hit, NameFinder, sought
from panoh.model.names.keys import query_keys, search_keys
from panoh.model.names.letters import normalise, script_of
from panoh.model.names.name import Name, NameEmpty, NameKind, NameTooLong
from panoh.model.names.parse import NameParts, parse
from panoh.model.names.phones import fold
from panoh.model.names.similarity import similarity

__all__ = [
    "Comparison",
    "Hit",
    "Name",
    "NameEmpty",
    "NameFinder",
    "NameKind",
    "NameParts",
    "NameTooLong",
    "Note",
    "Role",
    "compare",
    "fold",
    "normalise",
    "parse",
    "query_keys",
    "script_of",
    "search_keys",
    "similarity",
    "sought",
    "stem",
]  # fmt: skip
