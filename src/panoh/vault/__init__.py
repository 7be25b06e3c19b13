"""The encrypted log on disk: statements and files, signed and sealed.

Knows bytes, keys and order; not what a person is. `docs/format.md` tells every byte.
"""

from panoh.vault.device import KdfCost
from panoh.vault.drafts import Draft, Drafts
from panoh.vault.erase import Erased
from panoh.vault.errors import (
    DraftDamaged,
    DraftRefused,
    DraftUnknown,
    ErasingRefused,
    HistoryMissing,
    IndexUnreadable,
    LeafErased,
    LeafUnknown,
    ObjectDamaged,
    ProofWrong,
    RecoveryDoesNotFit,
    TooMuch,
    VaultError,
    VaultNotFound,
    WriteFailed,
    WrongPassphrase,
)
from panoh.vault.export import Exported
from panoh.vault.files import StoredFile
from panoh.vault.findings import Finding, Severity
from panoh.vault.index import Leaf, Projection
from panoh.vault.log import Progress
from panoh.vault.proof import Proven, check_proof
from panoh.vault.remains import Remains
from panoh.vault.rollup import RolledUp
from panoh.vault.vault import Created, Vault
from panoh.vault.verify import Report

__all__ = [
    "Created",
    "Draft",
    "DraftDamaged",
    "DraftRefused",
    "DraftUnknown",
    "Drafts",
    "Erased",
    "ErasingRefused",
    "Exported",
    "Finding",
    "HistoryMissing",
    "IndexUnreadable",
    "KdfCost",
    "Leaf",
    "LeafErased",
    "LeafUnknown",
    "ObjectDamaged",
    "Progress",
    "Projection",
    "ProofWrong",
    "Proven",
    "RecoveryDoesNotFit",
    "Remains",
    "Report",
    "RolledUp",
    "Severity",
    "StoredFile",
    "TooMuch",
    "Vault",
    "VaultError",
    "VaultNotFound",
    "WriteFailed",
    "WrongPassphrase",
    "check_proof",
]
