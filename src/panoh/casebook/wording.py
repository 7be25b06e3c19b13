"""What records say, in the words of one reader: dates, terms, acts, sources, kin."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from panoh.casebook.index.reading import root_of, view_of
from panoh.casebook.naming import title
from panoh.casebook.people import PersonFile
from panoh.casebook.timeline import Moment
from panoh.casebook.view import Told, View
from panoh.model.dates import PartialDate, format_date
from panoh.model.kinds import FieldSpec, Perpetrator
from panoh.model.messages import mark as _
from panoh.model.messages import translator
from panoh.model.places import Place, name_of
from panoh.model.thesauri import (
    ACTS,
    BASIS,
    EVENTS,
    INVOLVEMENT,
    PERPETRATORS,
    RELATIONS,
    STATUSES,
)

DIFFERS = " ≠ "


def title_of(db: Any, entity: str) -> str:
    """The title under which lists show a record."""
    row = db.execute("SELECT title FROM view WHERE root = ?", (entity,)).fetchone()
    return row[0] if row else title(view_of(db, entity))


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a reader of this language."""

    language: str

    @property
    def say(self) -> Callable[[str], str]:
        """What turns a msgid into this language."""
        return translator(self.language)

    def day(self, date: PartialDate | None) -> str:
        """A date; not known is said, and words that could not be read stand beside it."""
        if date is None:
            return self.say(_("not known"))
        if date.edtf:
            return format_date(date, self.language)
        return f"? ({date.text})" if date.text else self.say(_("not known"))

    def days(self, told: Iterable[Told]) -> str:
        """The dates that sources give, each once, with ≠ between them."""
        return DIFFERS.join(dict.fromkeys(self.day(each.value) for each in told)) or self.day(None)

    def value(self, told: Told, spec: FieldSpec) -> str:
        """One value as text: the label of a term, the name of a place, a date in words."""
        values = told.value if spec.many else (told.value,)
        return ", ".join(self._one(each, spec) for each in values)

    def _one(self, value: Any, spec: FieldSpec) -> str:
        if spec.note.term is not None and isinstance(value, str):
            return spec.note.term.label(value, self.say)
        if isinstance(value, PartialDate):
            return self.day(value)
        if isinstance(value, Place):
            return name_of(value, self.language)
        if isinstance(value, Perpetrator):
            return self.doer(value)
        if hasattr(value, "number"):
            return " ".join(filter(None, (value.type, value.number, value.issuer)))
        return str(getattr(value, "text", value))

    def doer(self, who: Perpetrator, called: str = "") -> str:
        """Who did it: the name or words, then what kind of actor, what part, how that is known."""
        terms = ((PERPETRATORS, who.type), (INVOLVEMENT, who.degree), (BASIS, who.basis))
        told = [terms_.label(code, self.say) for terms_, code in terms if code]
        first = called or who.text or (told.pop(0) if who.type and told else "")
        return f"{first} ({', '.join(told)})" if first and told else first or ", ".join(told)

    def kind(self, act: View) -> str:
        """What was done; two types where sources differ."""
        labels = (ACTS.label(told.value, self.say) for told in act.relied("type"))
        return DIFFERS.join(dict.fromkeys(labels)) or self.say(_("something not yet named"))

    def when(self, view: View) -> str:
        """When, as every source that is relied on gives it."""
        return self.days(told for told in view.relied("when") if told.value)

    def where(self, view: View) -> str:
        """Where, as the sources name it; empty if none does."""
        places = [place for place in view.each("places") if isinstance(place, Place)]
        return ", ".join(dict.fromkeys(name_of(place, self.language) for place in places))

    def sentence(self, act: View) -> str:
        """What was done and when."""
        return f"{self.kind(act)}, {self.when(act)}"

    def what(self, moment: Moment) -> str:
        """What happened at a moment: an event by its title, an act or a state by its term."""
        view = moment.view
        if view.kind == "event":
            titles = dict.fromkeys(str(told.value) for told in view.told("title"))
            terms = (EVENTS.label(told.value, self.say) for told in view.told("type"))
            return " / ".join(titles or dict.fromkeys(terms))
        terms_, field = (ACTS, "type") if view.kind == "act" else (STATUSES, "state")
        return " / ".join(
            dict.fromkeys(terms_.label(told.value, self.say) for told in view.told(field))
        )

    def state(self, code: str) -> str:
        """A state of the ledger."""
        return STATUSES.label(code, self.say)

    def source(self, db: Any, told: Told) -> str:
        """Who tells this: the source's code name and the row of its list, or a member."""
        origin = told.statement.origin
        name = title_of(db, told.source) if told.source else self.say(_("a member"))
        return f"{name}, {self.say(_('row'))} {origin.row}" if origin and origin.row else name

    def kin(self, db: Any, file: PersonFile) -> Mapping[str, str]:
        """The people this person is linked with: root → what they are, in the sources' words."""
        own = set(file.person.entities)
        said: dict[str, dict[str, None]] = defaultdict(dict)
        for link in file.links:
            words = [str(told.value) for told in link.told("words")]
            terms = [RELATIONS.label(told.value, self.say) for told in link.told("relation")]
            starts = own & {told.value for told in link.told("start")}
            for end in {told.value for name in ("start", "end") for told in link.told(name)} - own:
                label = (terms if starts else []) or [self.say(_("kin"))]
                said[root_of(db, end)] |= dict.fromkeys([*label, *words])
        return {other: ", ".join(words) for other, words in said.items()}
