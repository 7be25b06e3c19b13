"""A process of its own that works on a vault until it is killed; run by the soak.

soak_child.py FOLDER DEVICE FIRST: keeps a draft, saves two persons at once, numbered from FIRST,
and rolls up now and then; says each first number on standard output after it was reported saved.
"""

import sys
from pathlib import Path

from tests.cli.commands import PASSPHRASE
from tests.security.soak_model import named

from panoh.casebook.index import CasebookIndex
from panoh.casebook.record import Case, save
from panoh.vault import Vault

PAIRS = 400


def main() -> None:
    folder, device, first = sys.argv[1:]
    with Vault.unlock(Path(folder), Path(device), PASSPHRASE, CasebookIndex()) as vault:
        case, draft = Case(vault), ""
        for number in range(int(first), int(first) + 2 * PAIRS, 2):
            draft = vault.drafts.keep(b"written by another %d" % number, draft)
            save(case, [named(case, number), named(case, number + 1)])
            print(number, flush=True)
            if number % 14 == 0:
                vault.roll_up()


if __name__ == "__main__":
    main()
