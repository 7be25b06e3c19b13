"""A person: names in every script, and what sources tell about who they are."""

from typing import Annotated

import msgspec

from panoh.model.dates import PartialDate
from panoh.model.kinds.field import Field
from panoh.model.kinds.values import IdentityDocument
from panoh.model.messages import mark as _
from panoh.model.names import Name
from panoh.model.places import Place
from panoh.model.thesauri import SEX


class Person(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What one source tells about who a person is. What was done to them stands in acts."""

    names: Annotated[tuple[Name, ...], Field(_("Names"))] = ()
    sex: Annotated[str, Field(_("Sex"), term=SEX)] = ""
    born: Annotated[PartialDate | None, Field(_("Born"))] = None
    died: Annotated[PartialDate | None, Field(_("Died"))] = None
    places: Annotated[tuple[Place, ...], Field(_("Places"))] = ()
    nationalities: Annotated[tuple[str, ...], Field(_("Nationalities"))] = ()
    occupation: Annotated[str, Field(_("Occupation"), free=True)] = ""
    documents: Annotated[tuple[IdentityDocument, ...], Field(_("Documents"))] = ()
    addresses: Annotated[tuple[str, ...], Field(_("Addresses"))] = ()
    phones: Annotated[tuple[str, ...], Field(_("Telephone numbers"))] = ()
    contact: Annotated[str, Field(_("Safe to contact? How?"), free=True)] = ""
    #: Free, for members may differ on it and nothing is contradicted: the shortest time counts.
    silence_after: Annotated[
        int, Field(_("Tell me when nothing was heard for so many days"), free=True)
    ] = 0
    note: Annotated[str, Field(_("Note"), free=True)] = ""
