"""Push: what it is called, and what whoever runs it learns."""

from panoh.model.messages import mark as _

LABEL = _("push message")
LEARNS = _(
    "The push server learns the topic, the time and the text; "
    "with most phones so does the maker of their system."
)
