"""A proof: one statement, who wrote it and when, checked without the vault it stands in.

It shows one leaf of one segment, the hashes beside its way to the signed root, and how its
writer was let in, back to the genesis whose hash is the vault's id.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

import msgspec

from panoh.vault import control
from panoh.vault.errors import ProofWrong, VaultError
from panoh.vault.merkle import climb, path_of
from panoh.vault.segment import CONTROL, STATEMENT, Header, Line, read_alone

MAX_PROOF = 32 << 20
_MAX_LINKS = 64
_NAME = "the proof"


class Shown(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One leaf as its segment has it: three lines as written, its place, and hashes beside it."""

    header: str
    signatures: str
    leaf: str
    position: int
    path: list[str]


class Proof(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a proof file holds; `writers` begins with the genesis and ends with the writer."""

    v: int = 0
    t: str = "proof"
    vault: str
    statement: Shown
    writers: list[Shown]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proven:
    """What a proof shows: these words stand in this vault, signed by this writer.

    `at` is what the writer's clock said. Who the writer is, only the vault's members know.
    """

    vault: str
    writer: str
    seq: int
    position: int
    at: str
    id: str
    body: bytes


def check_proof(data: bytes) -> Proven:
    """Check a proof by itself; raises ProofWrong."""
    proof = _parse(data)
    try:
        header, line = _read(proof.statement)
        genesis, writers = _admitted(proof)
    except VaultError as error:
        raise ProofWrong(reason=error.values.get("reason", "it is of another version")) from error
    if line.tag != STATEMENT or line.body is None:
        raise ProofWrong(reason="it shows no statement")
    if genesis != proof.vault or header.vault != proof.vault or header.w not in writers:
        raise ProofWrong(reason="its writer may not write to this vault")
    return Proven(
        vault=proof.vault,
        writer=header.w,
        seq=header.seq,
        position=proof.statement.position,
        at=header.at,
        id=line.hash.hex(),
        body=line.body,
    )


def _parse(data: bytes) -> Proof:
    if len(data) > MAX_PROOF:
        raise ProofWrong(reason="it is larger than any proof may be")
    try:
        proof = msgspec.json.decode(data, type=Proof)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise ProofWrong(reason="it does not decode") from error
    if (proof.v, proof.t) != (0, "proof") or not 0 < len(proof.writers) <= _MAX_LINKS:
        raise ProofWrong(reason="it is no proof, or of another version")
    return proof


def _admitted(proof: Proof) -> tuple[str, Sequence[str]]:
    """Follow the vouching from the genesis on; return the vault's id and the writers let in."""
    first, *others = proof.writers
    header, line = _read(first)
    vault = sha256(first.header.encode()).hexdigest()
    genesis = control.parse(line.body or b"") if line.tag == CONTROL else None
    if (
        not isinstance(genesis, control.Genesis)
        or (first.position, header.seq, header.vault) != (0, 0, "")
        or genesis.sign != header.w
    ):
        raise ProofWrong(reason="it does not begin with the beginning of a vault")
    writers = [header.w]
    for link in others:
        header, line = _read(link)
        first_of_writer = (link.position, header.seq, header.vault) == (0, 0, vault)
        body = line.body if line.tag == CONTROL else None
        if not first_of_writer or body is None:
            raise ProofWrong(reason="a link of its chain of writers is missing")
        if not control.vouched(body, header.w, genesis, vault, writers):
            raise ProofWrong(reason="nobody vouched for its writer")
        writers.append(header.w)
    return vault, writers


def _read(shown: Shown) -> tuple[Header, Line]:
    """Check the signature of a segment and that the leaf stands in it."""
    header, line = read_alone(
        shown.header.encode(), shown.signatures.encode(), shown.leaf.encode(), name=_NAME
    )
    try:
        path = [bytes.fromhex(one) for one in shown.path]
        top = climb(line.hash, shown.position, header.n, path)
    except ValueError as error:
        raise ProofWrong(reason="its path does not fit") from error
    if top.hex() != header.root:
        raise ProofWrong(reason="its words do not stand under this signature")
    return header, line


def show(raw: bytes, hashes: Sequence[bytes], position: int) -> Shown:
    """Show one leaf of a segment alone; raises ProofWrong when its words are no text."""
    header, signatures, *lines = raw.split(b"\n")
    try:
        return Shown(
            header=header.decode(),
            signatures=signatures.decode(),
            leaf=lines[position].decode(),
            position=position,
            path=[one.hex() for one in path_of(hashes, position)],
        )
    except UnicodeDecodeError as error:
        raise ProofWrong(reason="its words are no text") from error


def write_proof(vault: str, statement: Shown, writers: Sequence[Shown]) -> bytes:
    """Return the bytes of a proof file: one JSON object, its words unescaped so as to be read."""
    proof = Proof(vault=vault, statement=statement, writers=list(writers))
    return msgspec.json.format(msgspec.json.encode(proof), indent=1) + b"\n"
