"""Where erased words may still be: what no program can take back, said as it is."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import apsw

from panoh.model.messages import mark as _
from panoh.vault import rows
from panoh.vault.log import Log


@dataclass(frozen=True, slots=True)
class Remains:
    """One place that erasing does not reach; `values` fill the braces of the message."""

    code: str
    message: str
    values: dict[str, str] = field(default_factory=dict)


_ALWAYS = (
    Remains(
        "given-out",
        _("What was given out: submissions, proofs, exports, prints, pictures of a screen."),
    ),
    Remains(
        "copies",
        _(
            "Copies of the vault folder made earlier, on sticks, servers and in backups. With the"
            " keys of this device or the recovery key they can still be read: replace them by"
            " this folder."
        ),
    ),
    Remains(
        "recovery",
        _(
            "Whoever kept such a copy and gets the recovery key, or enough of its shares, can"
            " read it until the day the copy is gone."
        ),
    ),
    Remains(
        "disk",
        _("Removed files may stay on this disk for a while, encrypted, until it reuses the place."),
    ),
    Remains(
        "told-again",
        _("Other statements may tell the same. Only those named are erased."),
    ),
)


def drafts_remain(count: int) -> tuple[Remains, ...]:
    """Tell that drafts on this device were not looked into."""
    told = _("{count} drafts on this device, which nobody looked into. They may tell the same.")
    return (Remains("drafts", told, {"count": str(count)}),) if count else ()


def remains(log: Log, db: apsw.Connection) -> tuple[Remains, ...]:
    """Return where what was erased may still be, as far as the vault can know."""
    return (*_ALWAYS, *_known(log, db))


def _known(log: Log, db: apsw.Connection) -> Iterator[Remains]:
    others = len(rows.heads(db).keys() - {log.keys.writer})
    if others:
        yield Remains(
            "devices",
            _("{count} other devices have written to this vault. They have it until they open it."),
            {"count": str(others)},
        )
    listed = log.folder.meta_names()
    strange = rows.known_objects(db, "foreign") & listed
    if strange:
        yield Remains(
            "foreign",
            _("{count} files in the folder that no key here opens. They were left as they are."),
            {"count": str(len(strange))},
        )
    sealed = rows.known_objects(db, "sealed") & listed
    if sealed:
        yield Remains(
            "keyrings",
            _("{count} keyrings of other devices, which may open copies from before."),
            {"count": str(len(sealed))},
        )
