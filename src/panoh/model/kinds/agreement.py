"""When two values of one field agree, and which of two agreeing values says more."""

from collections.abc import Callable
from typing import Any

from panoh.model.dates import PartialDate, compatible, more_precise
from panoh.model.kinds.field import FieldSpec
from panoh.model.places import Place
from panoh.model.places import compatible as places_agree

#: Maps an entity to the one it was judged to be the same as.
Root = Callable[[str], str]

#: A value that is said to be unknown contradicts nothing.
UNKNOWN = "unknown"


def agree(spec: FieldSpec, a: Any, b: Any, root: Root) -> bool:
    """Whether two sources can both be right about this field.

    A field of several values and free text never disagree: what one source adds, the other may
    simply not have said. Dates agree if one day can satisfy both; places if one lies in the other.
    """
    if spec.note.one and len(a) == len(b) == 1:
        return places_agree(a[0], b[0]) is not False
    if spec.many or spec.note.free or UNKNOWN in (a, b) or not a or not b:
        return True
    if isinstance(a, PartialDate):
        return compatible(a, b)
    if isinstance(a, Place):
        return places_agree(a, b) is not False
    if spec.note.ref:
        return root(a) == root(b)
    return bool(a == b)


def fuller(a: Any, b: Any) -> Any:
    """Of two values that agree, the one that says more; `a` where neither does."""
    if not a or a == UNKNOWN:
        return b
    if isinstance(a, PartialDate) and b:
        return more_precise(a, b)
    if isinstance(a, Place) and b and b.id and not a.id:
        return b
    return a
