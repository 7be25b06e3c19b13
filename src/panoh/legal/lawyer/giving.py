"""Giving a lawyer the sheet and chosen files: read by the gate one by one, then sealed as one."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from panoh.age import Recipient, encrypt
from panoh.casebook.consent.gate import Outgoing
from panoh.casebook.consent.giving import Outcome, Seal, hand_over_sealed, offer_sealed
from panoh.casebook.index.reading import view_of
from panoh.casebook.record import Case
from panoh.casebook.view import settled
from panoh.legal.errors import TooMuchForLawyer
from panoh.legal.lawyer.sheet import PRIVILEGED, Sheet, lawyer_sheet
from panoh.model.messages import translator
from panoh.vault.files import StoredFile

#: The earliest moment that a ZIP can tell: the archive says nothing of when it was made.
_NEVER = (1980, 1, 1, 0, 0, 0)
#: So many bytes of stored files at most: all of them are in memory while they are read and sealed.
MOST_BYTES = 256 * 1024 * 1024


def selection(case: Case, sheet: Sheet, items: Sequence[str] = ()) -> list[Outgoing]:
    """The sheet, and stored files named by their digests: original names may name people.

    Raises NobodyForLawyer, TooMuchForLawyer.
    """
    day, told = sheet.day.isoformat(), [_told(case, item) for item in items]
    if sum(each["size"] for each in told) > MOST_BYTES:
        raise TooMuchForLawyer(most=MOST_BYTES // 1024**2)
    files = [Outgoing(f"lawyer-{day}.pdf", lawyer_sheet(case.vault.db, sheet))]
    return files + [_stored(case, each) for each in told]


def give_lawyer(
    case: Case,
    sheet: Sheet,
    folder: Path,
    *,
    recipients: Sequence[Recipient],
    items: Sequence[str] = (),
    looked: Sequence[str] = (),
) -> Outcome:
    """Write one sealed file for the recipients, unless the gate stays closed on what is in it."""
    return offer_sealed(
        case,
        selection(case, sheet, items),
        folder,
        sheet.way,
        sealed_for(sheet, recipients),
        persons=sheet.persons,
        looked=looked,
    )


def hand_lawyer(
    case: Case,
    sheet: Sheet,
    files: Sequence[Outgoing],
    recipients: Sequence[Recipient],
    looked: Sequence[str] = (),
) -> Outcome:
    """The same from memory into memory, of files that were looked at: what `selection` made."""
    seal = sealed_for(sheet, recipients)
    return hand_over_sealed(case, files, sheet.way, seal, persons=sheet.persons, looked=looked)


def sealed_for(sheet: Sheet, recipients: Sequence[Recipient]) -> Seal:
    """What makes one sealed archive of all files, marked privileged in its name and inside."""

    def seal(files: Sequence[Outgoing]) -> list[Outgoing]:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            said = translator(sheet.language)(PRIVILEGED)
            _put(archive, Outgoing("PRIVILEGED.txt", f"{said}\n".encode()))
            for file in files:
                _put(archive, file)
        name = f"privileged-{sheet.day.isoformat()}.zip.age"
        return [Outgoing(name, encrypt(out.getvalue(), recipients))]

    return seal


def _put(archive: zipfile.ZipFile, file: Outgoing) -> None:
    entry = zipfile.ZipInfo(file.name, _NEVER)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    archive.writestr(entry, file.data)


def _told(case: Case, item: str) -> Mapping[str, Any]:
    told, _unsure = settled(view_of(case.vault.db, item))
    return told


def _stored(case: Case, told: Mapping[str, Any]) -> Outgoing:
    parts = tuple((part.object, part.size) for part in told["parts"])
    stored = StoredFile(sha256=told["digest"], size=told["size"], unit=told["unit"], parts=parts)
    ending = Path(told.get("name", "")).suffix.lower()
    kept = ending if ending[1:].isalnum() and ending.isascii() and len(ending) < 6 else ""
    return Outgoing(f"{stored.sha256[:16]}{kept}", b"".join(case.vault.open_file(stored)))
