"""What a codec is: a value as texts in a form, and the texts as a value again."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

#: The text of each input of one value; "" names the main one.
Texts = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Codec:
    """One type of value in a form.

    `widget` names the macro that draws it, `parts` its inputs. `show` gives the texts of a value;
    `read` the value, `None` where everything is empty, and raises the coded errors of the model.
    Both are told the language of the person.
    """

    widget: str
    parts: tuple[str, ...]
    show: Callable[[Any, str], Texts]
    read: Callable[[Texts, str], Any]
