"""Where the other implementations are kept, and how a test asks for one of them."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.tools.fetch_peers import cache


def find_age() -> Path | None:
    """Return the `age` program, 1.3 or newer, or None."""
    fetched = cache() / "age-sid" / "usr" / "bin" / "age"
    for candidate in (fetched, shutil.which("age")):
        if candidate and Path(candidate).exists() and _version(candidate) >= (1, 3):
            return Path(candidate)
    return None


def need_age() -> Path:
    """Return the `age` program, 1.3 or newer, or skip the test."""
    return find_age() or _skip("age 1.3 or newer")


def need_old_age() -> Path:
    """Return the `age` program of Debian 12, 1.1.1, or skip the test."""
    fetched = cache() / "age-bookworm" / "usr" / "bin" / "age"
    return fetched if fetched.exists() else _skip("age 1.1 of Debian 12")


def need_cctv() -> Path:
    """Return the JavaScript file that holds the CCTV age vectors, or skip the test."""
    index = cache() / "node_modules" / "cctv-age" / "index.js"
    return index if index.exists() else _skip("cctv-age (test vectors)")


def need_typage() -> Path:
    """Return the folder from which Node finds the package age-encryption, or skip the test."""
    if shutil.which("node") and (cache() / "node_modules" / "age-encryption").is_dir():
        return cache()
    return _skip("node with age-encryption")


def need_slip39_vectors() -> Path:
    """Return the file with the published SLIP-39 vectors, or skip the test."""
    file = cache() / "node_modules" / "slip39" / "test" / "vectors.json"
    return file if file.exists() else _skip("slip39 (test vectors)")


def need_shamir() -> Path:
    """Return the folder from which Python imports shamir_mnemonic, or skip the test."""
    folder = cache() / "shamir-mnemonic"
    return folder if folder.is_dir() else _skip("shamir-mnemonic")


def _version(program: str | Path) -> tuple[int, ...]:
    told = subprocess.run([program, "--version"], capture_output=True, text=True, check=False)
    found = re.match(r"v?(\d+)\.(\d+)", told.stdout)
    return tuple(int(part) for part in found.groups()) if found else ()


def _skip(what: str) -> Path:
    pytest.skip(f"{what} is absent; tests/tools/fetch_peers.py fetches it")
