"""The projection: tables over the log that can always be rebuilt from it."""

from panoh.casebook.index.project import CasebookIndex

__all__ = ["CasebookIndex"]
