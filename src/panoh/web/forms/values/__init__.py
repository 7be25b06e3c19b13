"""One codec for each type of value that a field may have."""

from panoh.model.dates import PartialDate
from panoh.model.kinds import (
    Account,
    CodeWord,
    FieldSpec,
    HardDate,
    IdentityDocument,
    Mention,
    Perpetrator,
    Rung,
)
from panoh.model.names import Name
from panoh.model.places import Place
from panoh.web.forms.values import (
    account,
    code_word,
    date,
    document,
    hard_date,
    name,
    number,
    place,
    reference,
    rung,
    term,
    text,
    who,
)
from panoh.web.forms.values.codec import Codec

_BY_TYPE: dict[type, Codec] = {
    PartialDate: date.CODEC,
    Place: place.CODEC,
    Name: name.CODEC,
    Mention: who.MENTION,
    Perpetrator: who.PERPETRATOR,
    IdentityDocument: document.CODEC,
    int: number.CODEC,
    Rung: rung.CODEC,
    CodeWord: code_word.CODEC,
    Account: account.CODEC,
    HardDate: hard_date.CODEC,
}


def codec_of(spec: FieldSpec) -> Codec:
    """How the values of a field are shown and read; raises TypeError for what no form holds."""
    if spec.note.ref:
        return reference.CODEC
    if spec.note.term is not None:
        return term.codec(spec.note.term, many=spec.many)
    if spec.value_type is str:
        return text.LONG if spec.note.free else text.SHORT
    if spec.value_type not in _BY_TYPE:
        raise TypeError(spec.name)
    return _BY_TYPE[spec.value_type]
