"""Review: who may be the same person, one pair at a time; what was decided, and undoing it."""

from panoh.web.review import acts, apart, decided, pair

ways = (*pair.ways, *acts.ways, *decided.ways, *apart.ways)
