"""The relay's pages: an answer in two taps, TAKE and CANNOT by link; five languages, no script."""

from panoh.relay.pages.app import pages
from panoh.relay.pages.counter import Counter

__all__ = ["Counter", "pages"]
