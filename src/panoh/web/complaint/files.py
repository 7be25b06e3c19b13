"""The files, once the gate is open: given from memory, written nowhere by us."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from panoh.casebook.consent.giving import FINAL
from panoh.model.messages import mark as _
from panoh.web.complaint.held import given
from panoh.web.forms import Entry
from panoh.web.page import Download, Page, Redirect, Reply
from panoh.web.people.sent import again_field
from panoh.web.routes import get
from panoh.web.visit import Visit

TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


@dataclass(frozen=True, slots=True)
class File:
    """One file: its kind, its name, its size in bytes."""

    kind: str
    name: str
    size: int


@dataclass(frozen=True, kw_only=True)
class FilesPage(Page):
    """The files to take, and what to know about them from here on."""

    template: ClassVar[str] = "complaint/files.html"
    title: ClassVar[str] = _("The complaint")
    area: ClassVar[str] = "legal"
    files: Sequence[File]
    final: bool
    persons: Sequence[str]
    action: str
    again: Entry


def _files(visit: Visit) -> Reply:
    held = given(visit.desk)
    if held is None:
        return Redirect("/complaint")
    files = [File(_kind(file.name), file.name, len(file.data)) for file in held.files]
    return FilesPage(
        files=files,
        final=held.state == FINAL,
        persons=held.persons,
        action=held.action,
        again=again_field(visit.language),
    )


def _kind(name: str) -> str:
    return name.rpartition(".")[2]


def _file(visit: Visit) -> Reply:
    held, kind = given(visit.desk), visit.path["kind"]
    for file in held.files if held else ():
        if _kind(file.name) == kind and kind in TYPES:
            return Download(file.name, file.data, TYPES[kind])
    return Redirect("/complaint")


ways = (get("/complaint/files", _files), get("/complaint/files/{kind}", _file))
