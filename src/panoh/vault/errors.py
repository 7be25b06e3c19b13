"""What can go wrong with a vault; one exit status per kind of trouble."""

from typing import ClassVar

from panoh.model.errors import PanohError


class VaultError(PanohError):
    """Anything the vault refuses or cannot do."""

    code: ClassVar[str] = "vault"
    exit_status: ClassVar[int] = 20


class VaultNotFound(VaultError):
    """The folder is not there, or holds no vault."""

    code = "vault-not-found"
    message = "There is no vault in {folder}."
    hint = "Check the path; if the vault is on a stick or a share, connect it first."


class DeviceNotFound(VaultError):
    """The device folder holds no keys."""

    code = "device-not-found"
    message = "There are no keys for this device in {folder}."
    hint = "Check the path, or use the recovery identity to set this device up again."


class OtherVault(VaultError):
    """The keys of this device belong to another vault than the folder holds."""

    code = "other-vault"
    message = "The vault in {folder} is not the one this device has keys for."
    hint = "Check both paths. Nothing was changed."


class FolderInUse(VaultError):
    """A new vault or device needs folders of its own."""

    code = "folder-in-use"
    message = "{folder} already holds a vault or keys, or one folder lies inside the other."
    hint = "Choose two separate, empty folders. The device folder must never travel with the vault."


class WrongPassphrase(VaultError):
    """The passphrase does not open the keys of this device."""

    code = "wrong-passphrase"
    message = "This passphrase does not open the vault."
    hint = "Try again; check keyboard layout and capital letters. Nothing was changed."
    exit_status = 21


class RecoveryDoesNotFit(VaultError):
    """The recovery identity is mistyped or belongs to another vault."""

    code = "recovery-does-not-fit"
    message = "This recovery identity does not open the vault."
    hint = "Check every character of the line that begins with AGE-SECRET-KEY-PQ-1."
    exit_status = 22


class IndexUnreadable(VaultError):
    """The local index cannot be decoded; it is kept as it is."""

    code = "index-unreadable"
    message = "The index on this device cannot be read. The vault itself is not touched."
    hint = "Rebuild the index from the vault; the unreadable file is kept beside it."
    exit_status = 23


class IndexReplaced(VaultError):
    """Another process rebuilt the index while this one had it open."""

    code = "index-replaced"
    message = "The index was rebuilt by another window. Nothing was saved here."
    hint = "Close the vault, open it again and repeat the last step."
    exit_status = 23


class WriteFailed(VaultError):
    """The disk did not take it: full, read-only or gone. Nothing half is left."""

    code = "write-failed"
    message = "{name} could not be written: {reason}. It is not saved."
    hint = "Free some space or check that the disk is connected and writable, then save again."
    exit_status = 24


class SavedNotIndexed(VaultError):
    """The save is published in the vault, but the index could not take it."""

    code = "saved-not-indexed"
    message = "It is saved in the vault, but the index on this device could not take it in."
    hint = "Do not save it again. Free some space, then close and open the vault."
    exit_status = 24


class HistoryMissing(VaultError):
    """The vault folder stands behind what this device has already seen."""

    code = "history-missing"
    message = "The vault folder lacks saves that this device has seen: {missing}."
    hint = "It may be an old copy. Bring back the newer folder or copy its missing files into it."
    exit_status = 25


class ObjectDamaged(VaultError):
    """An object is missing, cut short, altered, or does not decode."""

    code = "object-damaged"
    message = "{name} is damaged: {reason}."
    hint = "Copy this file again from a backup or another device; its name tells when it is whole."
    exit_status = 26


class ObjectMissing(ObjectDamaged):
    """An object that others refer to is not there."""

    code = "object-missing"
    message = "{name} is missing."
    hint = "Copy this file from a backup or another device into the vault folder."


class ObjectForeign(ObjectDamaged):
    """No key of this vault opens the object."""

    code = "object-foreign"
    message = "{name} does not belong to this vault, or its keys have not arrived yet."
    hint = "Leave it; it is not read. If it stays, somebody put a foreign file into the folder."


class SegmentRefused(ObjectDamaged):
    """A segment does not prove itself: signature, root, vault or authority are wrong."""

    code = "segment-refused"
    message = "{name} holds a save that does not prove itself: {reason}."
    hint = "It is not read. Keep the file: somebody with a key may have tampered with the vault."


class TooMuch(VaultError):
    """One save is larger than one pack can be."""

    code = "too-much-at-once"
    message = "This is too much for one save: {what}."
    hint = "Save it in smaller groups."
    exit_status = 27


class BodyRefused(VaultError):
    """A body is empty or holds a line break; the caller has a fault."""

    code = "body-refused"
    message = "A statement must be one line of text."
    hint = "This is a fault of the program; please report it."
    exit_status = 27


class LeafUnknown(VaultError):
    """No statement with this id has arrived."""

    code = "statement-unknown"
    message = "There is no statement {leaf}."
    hint = "It may not have arrived on this device yet."
    exit_status = 28


class LeafErased(VaultError):
    """The words of the statement have been erased."""

    code = "statement-erased"
    message = "The words of statement {leaf} have been erased; only its hash is left."
    hint = "Nothing can be shown of it. If it was exported before, look there."
    exit_status = 28


class ErasingUnfinished(VaultError):
    """Objects from before an erasure are there: it was interrupted, or an old copy came back."""

    code = "erasing-unfinished"
    message = "{count} files from before an erasure are still there, or came back with an old copy."
    hint = "Erase again without naming anything (panoh vault erase): it removes them."
    exit_status = 25


class ErasingRefused(VaultError):
    """The vault is not whole, so erasing could lose other statements."""

    code = "erasing-refused"
    message = "Nothing was erased: {reason}."
    hint = "Erasing writes everything anew. Run `panoh vault verify`, repair what it names, retry."
    exit_status = 28


class SelfTestFailed(VaultError):
    """The cryptography on this computer gives wrong answers."""

    code = "self-test-failed"
    message = "The cryptography on this computer does not work as it must: {what}."
    hint = "Nothing was opened. Install the program again; if it stays, use another computer."
    exit_status = 29


class ProofWrong(VaultError):
    """A proof does not prove what it says."""

    code = "proof-wrong"
    message = "This proof does not hold: {reason}."
    hint = "Ask for the file again, exactly as it was written; do not rely on what it says."
    exit_status = 26


class NewerFormat(VaultError):
    """The vault was written by a newer version."""

    code = "newer-format"
    message = "{name} was written by a newer version of the program."
    hint = "Install the newer version. Nothing was changed."
    exit_status = 29


class WriterForked(VaultError):
    """Two different saves carry one writer and number: a clone or a restored backup wrote too."""

    code = "writer-forked"
    message = "Two copies of device {writer} have written to this vault, from number {seq} on."
    hint = "Both are kept and read. If you did not copy a device folder, its keys may be stolen."
    exit_status = 25


class SaveWaiting(VaultError):
    """A segment waits for another that has not arrived."""

    code = "save-waiting"
    message = "{count} saves cannot be read yet: others they follow have not arrived."
    hint = "Copy the missing files of m/ from another device or a backup."
    exit_status = 25


class PartUnused(VaultError):
    """No table names the part: storing a file was interrupted."""

    code = "part-unused"
    message = "{name} belongs to no stored file; storing was interrupted."
    hint = "Nothing recorded refers to it. It cannot be read by anyone and may stay."


class Leftover(VaultError):
    """A temporary file that a crash left behind."""

    code = "leftover"
    message = "{name} was left by an interrupted write."
    hint = "Nobody reads it. It may be deleted while no device is writing."


class DraftUnknown(VaultError):
    """No draft has this id: it was saved or dropped."""

    code = "draft-unknown"
    message = "This draft is not there any more."
    hint = "It was saved or dropped. Nothing was changed; begin a new draft to go on writing."
    exit_status = 28


class DraftRefused(VaultError):
    """The draft is larger than one may be, or there are too many."""

    code = "draft-refused"
    message = "This is not kept as a draft: {reason}."
    hint = "Save what is written, and drop drafts that are not needed any more."
    exit_status = 27


class DraftDamaged(VaultError):
    """A draft is there and cannot be read; it is kept as it is."""

    code = "draft-damaged"
    message = "Draft {name} cannot be read: {reason}. It is kept as it is."
    hint = "What was saved is not touched. Copy its file back from a backup, or drop it."
    exit_status = 26


class IndexDiffers(VaultError):
    """The index does not say what the log says."""

    code = "index-differs"
    message = "The index does not agree with {name}."
    hint = "Rebuild the index from the vault."
    exit_status = 23
