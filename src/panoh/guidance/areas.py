"""The areas of the program that a situation leads to, by the keys their pages go by."""

from panoh.model.messages import mark as _

#: What a person can do there, the verb first, as it stands on the button.
AREAS = {
    "record": _("Write down what happened"),
    "people": _("See what is known about a person"),
    "evidence": _("Keep a file safe"),
    "patterns": _("See what follows what"),
    "network": _("Find somebody who can help"),
    "security": _("Check devices and accounts"),
    "emergency": _("Make an emergency plan"),
    "legal": _("See which legal ways are open"),
    "publish": _("Decide what may be published"),
}
