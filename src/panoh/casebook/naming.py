"""What a person is called: the whole names that sources use, and the one shown first."""

from panoh.casebook.view import Told, View
from panoh.model.names import Name

#: The order in which parts that a list holds apart are put together: surname, given, father's.
PARTS = ("surname", "given", "father")
WHOLE = ("legal", "full")
ASIDE = ("alias", "code")
#: Letters that only Tajik spelling has: such a name is nearer to how its bearer writes it.
TAJIK = frozenset("ӣӯҳқғҷӢӮҲҚҒҶ")


def whole_names(view: View) -> list[str]:
    """Every whole name a source uses, each once, the fullest first."""
    found: list[str] = []
    for told in view.told("names"):
        for text in _of_one_source(told):
            if text not in found:
                found.append(text)
    return sorted(found, key=lambda text: (-len(text.split()), not TAJIK & set(text), text))


def _of_one_source(told: Told) -> list[str]:
    names: tuple[Name, ...] = told.value
    whole = [name.text for name in names if name.kind in WHOLE]
    parts = [name.text for kind in PARTS for name in names if name.kind == kind]
    if parts:
        whole.append(" ".join(parts))
    return whole


def aliases(view: View) -> list[Name]:
    """The aliases and code names that sources use, each once."""
    return [name for name in view.each("names") if name.kind in ASIDE]


def title(view: View) -> str:
    """The name shown first; empty if no source names this person."""
    names = whole_names(view)
    return names[0] if names else next((name.text for name in aliases(view)), "")
