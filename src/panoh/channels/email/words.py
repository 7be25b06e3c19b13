"""E-mail: what it is called, and what whoever runs it learns."""

from panoh.model.messages import mark as _

LABEL = _("e-mail")
LEARNS = _("Both mail providers learn both addresses, the time and the text.")
