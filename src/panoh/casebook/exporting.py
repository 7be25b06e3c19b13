"""Everything in one sealed file, for the members themselves; the vault notes that it was made."""

import hashlib
import os
from collections.abc import Sequence
from typing import BinaryIO, cast

from panoh.age import Recipient
from panoh.casebook.consent.giving import FINAL
from panoh.casebook.record import Case, save, tell
from panoh.model.dates import PartialDate
from panoh.model.kinds import Action
from panoh.model.messages import mark as _
from panoh.vault.export import Exported

LABEL = _(
    "This file holds everything: all names, all sources, all files. It is for you and the other"
    " members; the consents were not asked. Whoever can open it can read all of it."
)


def export_sealed(case: Case, file: BinaryIO, recipients: Sequence[Recipient]) -> Exported:
    """Write all of it, sealed, down to the disk, and only then note that it was made."""
    hashing = _Hashing(file)
    done = case.vault.export(cast("BinaryIO", hashing), recipients)
    file.flush()
    os.fsync(file.fileno())
    day = PartialDate(case.clock().date().isoformat())
    action = Action(type="export", documents=(hashing.digest.hexdigest(),), when=day, state=FINAL)
    save(case, [tell(case, action)])
    return done


class _Hashing:
    """A file whose bytes are hashed as they are written."""

    def __init__(self, file: BinaryIO) -> None:
        self._file, self.digest = file, hashlib.sha256()

    def write(self, data: bytes) -> int:
        """Write all of it."""
        self.digest.update(data)
        return self._file.write(data)
