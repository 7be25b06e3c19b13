"""Places: our own table, places as sources tell them, finding the one in the other."""

from panoh.model.places.find import PlaceMatch, find_place
from panoh.model.places.place import Place, compatible, name_of
from panoh.model.places.table import TABLE, Entry

__all__ = ["TABLE", "Entry", "Place", "PlaceMatch", "compatible", "find_place", "name_of"]
