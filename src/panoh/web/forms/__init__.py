"""Forms made from the model: a field is described once, by its kind; here it is shown and read.

`values/` holds one codec for each type of value: how it becomes texts in a form and how it is read
back. Everything may be empty, and what cannot be read is told beside its field.
"""

from panoh.web.forms.entry import Choice, Entry, Fault
from panoh.web.forms.form import Read, entries, read
from panoh.web.forms.values import codec_of

__all__ = ["Choice", "Entry", "Fault", "Read", "codec_of", "entries", "read"]
