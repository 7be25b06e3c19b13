"""Speaking in public: what is published, who was asked to sign, who answered, days that matter."""

from typing import Annotated

import msgspec

from panoh.model.dates import PartialDate
from panoh.model.kinds.field import Field
from panoh.model.messages import mark as _
from panoh.model.thesauri import ANSWERERS, OCCASIONS, PUBLICATIONS, RECIPIENTS, RESPONSES


class Text(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is published in one language: a title, paragraphs, and points for those who speak."""

    language: str
    title: str = ""
    body: str = ""
    points: tuple[str, ...] = ()


class Publication(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Something meant for many: an appeal, a press sheet, a page. Who signs stands in sign-ons."""

    type: Annotated[str, Field(_("Kind of publication"), term=PUBLICATIONS)] = ""
    name: Annotated[str, Field(_("Name among us"), free=True)] = ""
    texts: Annotated[tuple[Text, ...], Field(_("Texts"))] = ()
    addressee: Annotated[str, Field(_("Addressed to"), free=True)] = ""
    recipient: Annotated[str, Field(_("Who receives it"), term=RECIPIENTS)] = ""
    persons: Annotated[tuple[str, ...], Field(_("For whom"), ref="person")] = ()
    statements: Annotated[tuple[str, ...], Field(_("What is told in it"), ref="*")] = ()
    contact: Annotated[str, Field(_("Contact for questions"), free=True)] = ""
    note: Annotated[str, Field(_("Note"), free=True)] = ""


class SignOn(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Somebody asked to sign one publication. Their answer is a consent for it and nothing else."""

    publication: Annotated[str, Field(_("What is signed"), ref="publication")] = ""
    person: Annotated[str, Field(_("Who signs"), ref="*")] = ""
    shown: Annotated[str, Field(_("Name as it is printed"), free=True)] = ""
    capacity: Annotated[str, Field(_("What stands beside the name"), free=True)] = ""
    asked: Annotated[PartialDate | None, Field(_("Asked on"))] = None
    note: Annotated[str, Field(_("Note"), free=True)] = ""


class Response(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Who answered or did what, when, and to which action or publication."""

    action: Annotated[str, Field(_("To which action"), ref="action")] = ""
    publication: Annotated[str, Field(_("To which publication"), ref="publication")] = ""
    who: Annotated[str, Field(_("Who answered"))] = ""
    body: Annotated[str, Field(_("What they are"), term=ANSWERERS)] = ""
    type: Annotated[str, Field(_("How they answered"), term=RESPONSES)] = ""
    when: Annotated[PartialDate | None, Field(_("When"))] = None
    what: Annotated[str, Field(_("What they said or did"), free=True)] = ""
    link: Annotated[str, Field(_("Where it can be read"), free=True)] = ""
    items: Annotated[tuple[str, ...], Field(_("Files"), ref="item")] = ()
    persons: Annotated[tuple[str, ...], Field(_("For whom"), ref="person")] = ()
    note: Annotated[str, Field(_("Note"), free=True)] = ""


class Occasion(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A session, conference or other day on which something can be said, and what is due before."""

    title: Annotated[str, Field(_("Title"), free=True)] = ""
    type: Annotated[str, Field(_("Kind of occasion"), term=OCCASIONS)] = ""
    begins: Annotated[PartialDate | None, Field(_("Begins"))] = None
    ends: Annotated[PartialDate | None, Field(_("Ends"))] = None
    where: Annotated[str, Field(_("Where"), free=True)] = ""
    papers_due: Annotated[PartialDate | None, Field(_("Papers due"))] = None
    register_by: Annotated[PartialDate | None, Field(_("Register by"))] = None
    link: Annotated[str, Field(_("Where it can be read"), free=True)] = ""
    note: Annotated[str, Field(_("Note"), free=True)] = ""
