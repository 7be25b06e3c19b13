"""The relay's pages: an answer in two taps, TAKE and CANNOT by link; five languages, no script."""

from panoh.relay.pages.app import pages
from panoh.relay.pages.desk import ContactSees, Desk, Health, OwnerSees, Said

__all__ = ["ContactSees", "Desk", "Health", "OwnerSees", "Said", "pages"]
