"""The words of Panoh: kinds of record, value types, thesauri, partial dates, names, places.

No input or output happens here; the only third party is msgspec.
"""
