"""Office archives whose bytes depend on their parts alone."""

import io
import zipfile

#: The first day an archive can name; the real one would differ from run to run.
FIRST_DAY = (1980, 1, 1, 0, 0, 0)
CONTENT_TYPES = "[Content_Types].xml"


def timeless(data: bytes) -> bytes:
    """The same archive with its parts in a fixed order, dated to one fixed day."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in sorted(old.namelist(), key=lambda name: (name != CONTENT_TYPES, name)):
            entry = zipfile.ZipInfo(name, FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            new.writestr(entry, old.read(name))
    return out.getvalue()
