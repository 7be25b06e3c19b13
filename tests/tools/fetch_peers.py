#!/usr/bin/env python3
"""Fetch other implementations of age and SLIP-39 for the tests that compare with them.

Needs Python alone, and no root. Debian packages come from the mirror this machine already uses,
through apt's own signature checks but with lists and cache of our own: nothing of the system
changes. What cannot be fetched is named and left out, and the tests that need it skip.
"""

import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

CCTV_VERSION = "0.2.0"
TYPAGE_VERSION = "0.3.1"
SLIP39_VERSION = "0.1.9"
SHAMIR_VERSION = "0.3.0"
_KEYRING = "/usr/share/keyrings/debian-archive-keyring.gpg"
_SUITES = ("sid", "bookworm")
_MIRROR = re.compile(r"https?://\S+/debian/?(?=\s|$)")


class Unavailable(Exception):
    """A peer that cannot be fetched here, with the reason."""


def cache() -> Path:
    """Return the folder outside the checkout where the peers are kept."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "panoh-tests"


def main() -> int:
    """Fetch what is missing; returns 0 when everything is there."""
    cache().mkdir(parents=True, exist_ok=True)
    missing = 0
    for fetch in (fetch_age, fetch_npm, fetch_shamir):
        try:
            fetch()
        except (Unavailable, OSError, subprocess.CalledProcessError) as error:
            missing = 1
            print(f"{fetch.__name__}: {error}")
    return missing


def fetch_age() -> None:
    """Unpack `age` of Debian sid and of Debian 12 under the cache."""
    wanted = [suite for suite in _SUITES if not (cache() / f"age-{suite}").exists()]
    if not wanted:
        return
    if not shutil.which("apt-get") or not Path(_KEYRING).exists():
        raise Unavailable("no apt-get with Debian's keyring here")
    # Under root, apt downloads as the user _apt, who must be able to enter the folder.
    with tempfile.TemporaryDirectory(prefix="panoh-apt-") as folder:
        work = Path(folder)
        work.chmod(0o755)
        environment = _own_apt(work, _mirror(), wanted)
        _run("apt-get", "update", cwd=work, env=environment)
        for suite in wanted:
            _unpack(work, suite, environment)
    print("age:", ", ".join(wanted))


def fetch_npm() -> None:
    """Install test vectors and the TypeScript age under the cache, without their scripts."""
    names = ("cctv-age", "age-encryption", "slip39")
    if all((cache() / "node_modules" / name).is_dir() for name in names):
        return
    if not shutil.which("npm"):
        raise Unavailable("no npm here")
    options = ("--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock")
    versions = (CCTV_VERSION, TYPAGE_VERSION, SLIP39_VERSION)
    packages = [f"{name}@{version}" for name, version in zip(names, versions, strict=True)]
    _run("npm", "install", "--prefix", str(cache()), *options, *packages, cwd=cache())
    print("npm:", ", ".join(packages))


def fetch_shamir() -> None:
    """Install the SLIP-39 implementation of the standard's authors under the cache."""
    target = cache() / "shamir-mnemonic"
    if target.is_dir():
        return
    package = f"shamir-mnemonic=={SHAMIR_VERSION}"
    half = cache() / "shamir-mnemonic.part"
    shutil.rmtree(half, ignore_errors=True)
    options = ("--quiet", "--no-deps", "--only-binary", ":all:", "--target", str(half))
    _run("python3", "-m", "pip", "install", *options, package, cwd=cache())
    half.rename(target)
    print("pip:", package)


def _mirror() -> str:
    sources = [Path("/etc/apt/sources.list"), *sorted(Path("/etc/apt/sources.list.d").glob("*"))]
    for path in sources:
        if not path.is_file() or path.suffix not in {".list", ".sources"}:
            continue
        lines = path.read_text(errors="replace").splitlines()
        text = "\n".join(line for line in lines if not line.lstrip().startswith("#"))
        if found := _MIRROR.search(text):
            return found[0]
    raise Unavailable("apt's sources name no Debian mirror")


def _own_apt(work: Path, mirror: str, suites: list[str]) -> dict[str, str]:
    """Write sources and settings into `work`; returns the environment that points apt at them."""
    for name in ("lists/partial", "archives/partial", "empty"):
        (work / name).mkdir(parents=True)
    lines = [f"deb [signed-by={_KEYRING}] {mirror} {suite} main\n" for suite in suites]
    (work / "sources.list").write_text("".join(lines))
    settings = {
        "Dir::Etc::sourcelist": work / "sources.list",
        "Dir::Etc::sourceparts": work / "empty",
        "Dir::Etc::preferencesparts": work / "empty",
        "Dir::State::lists": work / "lists",
        "Dir::Cache": work,
        "Acquire::Languages": "none",
    }
    config = work / "apt.conf"
    config.write_text("".join(f'{name} "{value}";\n' for name, value in settings.items()))
    return {**os.environ, "APT_CONFIG": str(config)}


def _unpack(work: Path, suite: str, environment: dict[str, str]) -> None:
    folder = work / suite
    folder.mkdir()
    _run("apt-get", "download", f"age/{suite}", cwd=folder, env=environment)
    packages = list(folder.glob("age_*.deb"))
    if not packages:
        raise Unavailable(f"no age for {platform.machine()} in {suite}")
    half = cache() / f"age-{suite}.part"
    shutil.rmtree(half, ignore_errors=True)
    _run("dpkg", "-x", str(packages[0]), str(half), cwd=folder)
    half.rename(cache() / f"age-{suite}")


def _run(*command: str, cwd: Path, env: dict[str, str] | None = None) -> None:
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        last = (done.stderr or done.stdout).strip().splitlines()[-1:]
        raise Unavailable(f"{command[0]} {command[1]} failed: {' '.join(last)}")


if __name__ == "__main__":
    sys.exit(main())
