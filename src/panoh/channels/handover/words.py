"""By hand: what it is called, and what whoever runs it learns."""

from panoh.model.messages import mark as _

LABEL = _("by hand")
LEARNS = _("Nobody but whoever can open the folder.")
