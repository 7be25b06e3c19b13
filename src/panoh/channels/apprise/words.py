"""Apprise: what it is called, and what whoever runs it learns."""

from panoh.model.messages import mark as _

LABEL = _("another service")
LEARNS = _("The service learns the address, the time and the text.")
