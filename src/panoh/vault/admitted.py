"""Who may write to the vault in a folder, read from the log alone, before any device is let in."""

from collections.abc import Iterator, Sequence

from panoh.age import HybridIdentity
from panoh.vault import control
from panoh.vault.container import is_keyring, read_object, unseal
from panoh.vault.errors import NewerFormat, ObjectDamaged
from panoh.vault.folder import VaultFolder
from panoh.vault.keyring import Keyring
from panoh.vault.segment import CONTROL, Segment, read_pack


def admitted(
    folder: VaultFolder, rings: Sequence[Keyring], recovery: HybridIdentity
) -> dict[str, set[str]]:
    """Return the writers let in, by vault; only of vaults that name this recovery identity."""
    known = control.recovery_signing(recovery).verify_key.encode().hex()
    keys = {(ring.vault, str(ring.log)): ring for ring in rings}.values()
    firsts = {segment.hash: segment for ring in keys for segment in _firsts(folder, ring)}
    found: dict[str, set[str]] = {}
    for vault in {ring.vault for ring in rings} & firsts.keys():
        began = control.parse(_first_body(firsts[vault]))
        header = firsts[vault].header
        if (
            isinstance(began, control.Genesis)
            and began.recovery_sign == known
            and began.sign == header.w
            and not header.seq
        ):
            found[vault] = _let_in(vault, began, list(firsts.values()))
    return found


def _let_in(vault: str, began: control.Genesis, firsts: Sequence[Segment]) -> set[str]:
    """Follow the vouching until nobody new is let in."""
    writers, before = {began.sign}, 0
    while len(writers) > before:
        before = len(writers)
        writers |= {
            segment.header.w
            for segment in firsts
            if segment.header.vault == vault
            and control.vouched(_first_body(segment), segment.header.w, began, vault, writers)
        }
    return writers


def _firsts(folder: VaultFolder, ring: Keyring) -> Iterator[Segment]:
    for name in sorted(folder.meta_names()):
        if is_keyring(folder.meta / name):
            continue
        try:
            text = unseal(read_object(folder.meta / name), [ring.log], name=name)
            for segment in read_pack(text, name=name, vault=ring.vault):
                if not segment.header.seq:
                    yield segment
        except (ObjectDamaged, NewerFormat):
            # Tables, packs of other keys, and what verify tells about once the vault is open.
            continue


def _first_body(segment: Segment) -> bytes:
    first = segment.lines[0]
    return first.body if first.tag == CONTROL and first.body is not None else b""
