"""The keys of this computer that a forgotten passphrase seals: put aside, never thrown away."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def put_aside(device: Path) -> Iterator[None]:
    """Move what lies in a device folder beside it while new keys are made; back if none were.

    The old keys open again with the passphrase, should somebody remember it; with them lie the
    drafts that only they unseal.
    """
    aside = _free(device) if device.is_dir() and any(device.iterdir()) else None
    if aside is not None:
        device.rename(aside)
    try:
        yield
    except BaseException:
        if aside is not None and not (device / "keys").exists():
            shutil.rmtree(device, ignore_errors=True)
            aside.rename(device)
        raise


def _free(device: Path) -> Path:
    """A name beside the folder that nothing has yet."""
    number = 1
    while (found := device.with_name(f"{device.name}-before-{number}")).exists():
        number += 1
    return found
