"""The blocks of a plan in their order, and what may leave the vault on paper.

Three classes: `PRINT` may stand on paper; `KEEP` stays in the vault, because paper is found;
`SEALED` is kept apart and only for named people. What is never kept at all, the agreed words, has
no field.
"""

from dataclasses import dataclass

from panoh.model.messages import mark as _

PRINT, KEEP, SEALED = "print", "keep", "sealed"
EXILE, HOME = "exile", "home"


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a plan: fields of the kind `plan`, by the class that they belong to."""

    code: str
    label: str
    fields: tuple[str, ...]
    paper: str = PRINT
    sides: tuple[str, ...] = (EXILE,)


BOTH = (EXILE, HOME)
BLOCKS = (
    Block("head", _("The plan"), ("scenario", "languages", "made", "valid_until"), sides=BOTH),
    Block("trigger", _("When it begins"), ("signs",), sides=BOTH),
    Block("authority", _("Who decides"), ("declare", "call_off", "proof", "false_alarm")),
    Block("medical", _("Medical"), ("medical",), sides=BOTH),
    Block("medical_more", _("Medical, in full"), ("medical_more",), KEEP, BOTH),
    Block("hour", _("First hour"), ("first_hour",)),
    Block("talk", _("Ways to talk"), ("pace",)),
    Block("words", _("Agreed words"), ("codes",), KEEP),
    Block("identity", _("Identity papers"), ("identity",), SEALED),
    Block("digital", _("Accounts and devices"), ("accounts",), KEEP),
    Block(
        "publicity",
        _("Publicity"),
        ("publicity", "ask_first", "speaker", "statement", "never_publish", "family_wishes",
         "agreed_on"),
    ),
    Block("script", _("What to say"), ("script", "if_visited", "who_calls"), sides=BOTH),
    Block("relatives", _("Relatives at home"), ("not_tell",), KEEP),
    Block("law", _("Law"), ("attorney", "notify", "consular")),
    Block(
        "moving",
        _("Leaving"),
        ("move_if", "destinations", "route_a", "route_b", "lodging", "stays", "arrival", "money"),
        KEEP,
    ),
    Block("bag", _("Bag that stands ready"), ("bag", "children"), sides=BOTH),
    Block(
        "residence",
        _("Residence and asylum"),
        ("status", "status_until", "renewal", "travel_document", "avoid", "evidence",
         "alternatives", "dates"),
        KEEP,
    ),
    Block("packets", _("Sealed packets"), ("packets",), SEALED),
    Block("care", _("Care"), ("care", "rest", "support"), sides=BOTH),
    Block("papers", _("Copies and notes"), ("holders", "country", "note"), KEEP),
)  # fmt: skip

#: What a plan of somebody at home may hold at all; anything else endangers them.
HOME_FIELDS = frozenset(
    ["person", "side", "linked"]
    + [field for block in BLOCKS if HOME in block.sides for field in block.fields]
)


def printable(side: str) -> tuple[Block, ...]:
    """The blocks that may stand on paper for a side; for an unknown side, those for home."""
    kept = side if side in BOTH else HOME
    return tuple(block for block in BLOCKS if block.paper == PRINT and kept in block.sides)
