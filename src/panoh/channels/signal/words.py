"""Signal: what it is called, and what whoever runs it learns."""

from panoh.model.messages import mark as _

LABEL = _("Signal")
LEARNS = _("Signal learns that our number wrote to this one, and when; not the text.")
