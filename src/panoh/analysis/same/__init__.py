"""Which entries may be one person: proposals with reasons in words. Nobody is joined here."""

from panoh.analysis.same.propose import propose_people

__all__ = ["propose_people"]
