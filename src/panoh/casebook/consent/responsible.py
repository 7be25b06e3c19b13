"""Who is recorded only as somebody who did it: nobody asks them, and a person confirms each name.

An official who ordered a detention gives no consent to be named in a complaint about it. Everybody
else needs one, so the rule is narrow: somebody is named as responsible only if nothing else is
recorded of them, and nothing leaves open who they are. Their addresses and numbers never leave.
"""

from datetime import date
from typing import Any, ClassVar

from panoh.casebook.consent.answers import asked, connected
from panoh.casebook.index.reading import all_of, members, number_of, view_of
from panoh.casebook.naming import whole_names
from panoh.casebook.pairs import is_asked_about
from panoh.casebook.view import View
from panoh.model.errors import PanohError
from panoh.model.messages import mark as _
from panoh.model.names import NameFinder

DID_IT = ("act", "perpetrators")
#: What says nothing of a role: the raw row of a list, and who is who.
NO_ROLE = frozenset((("row", "entities"), ("judgement", "a"), ("judgement", "b")))
#: Posts in a body of the state. A superior may be anybody's, also a victim's.
POSTS = frozenset(("officer", "commander"))

NOT_TOLD = _("no source names them as somebody who did it")
OTHERWISE = _("they are recorded as something else as well")
WHO = _("it is not settled who they are: another entry may be the same person")
NAMESAKE = _("a source or contact bears the same name")
YOUNG = _("they may be under eighteen")
NEWER = _("a newer version recorded something of them that cannot be read")


class NotOnlyResponsible(PanohError):
    """Somebody is to be named as responsible who may not be, without their consent."""

    code: ClassVar[str] = "not-only-responsible"
    message: ClassVar[str] = "{who} is not named as responsible: {reason}."
    hint: ClassVar[str] = "Ask for their consent, or leave the name out. Nothing was written."
    exit_status: ClassVar[int] = 51


def why_not(db: Any, root: str, day: date) -> str:
    """Why somebody may not be named as responsible without consent (a msgid); empty if they may."""
    roles, links = _roles(db, root)
    if DID_IT not in roles:
        return NOT_TOLD
    if roles - NO_ROLE - {DID_IT} or not all(_is_post(db, link) for link in links):
        return OTHERWISE
    view = view_of(db, root)
    if view.unread:
        return NEWER
    if connected(db, root) != set(members(db, root)) or is_asked_about(db, root):
        return WHO
    if _has_namesake(db, view):
        return NAMESAKE
    return YOUNG if asked(db, root).is_child(day) else ""


def _roles(db: Any, root: str) -> tuple[set[tuple[str, str]], list[str]]:
    """Every kind and field in which a record names them, but for links; and their links."""
    rows = db.execute(
        "SELECT DISTINCT r.kind, r.field, CASE r.kind WHEN 'link' THEN a.id ELSE '' END"
        " FROM known e JOIN refers r ON r.target = e.n JOIN known a ON a.n = r.about"
        " WHERE e.root = ? AND e.kind <> ''",
        (number_of(db, root),),
    ).fetchall()
    roles = {(kind, field) for kind, field, link in rows if not link}
    return roles, list(dict.fromkeys(link for _kind, _field, link in rows if link))


def _is_post(db: Any, link: str) -> bool:
    """Whether all who tell of a link tell of a post, and the other end is a group."""
    view = view_of(db, link)
    told = {each.value for each in view.told("relation")}
    ends = [view_of(db, each.value).kind for field in ("start", "end") for each in view.told(field)]
    return bool(told) and told <= POSTS and "group" in ends


def _has_namesake(db: Any, view: View) -> bool:
    """Whether a source or contact is called as they are; who tells may be who did it."""
    finder = NameFinder({view.root: whole_names(view)})
    others = [*all_of(db, "source"), *all_of(db, "contact")]
    texts = [
        str(getattr(value, "text", value))
        for other in others
        for field in ("code_name", "name", "names")
        for told in other.told(field)
        for value in (told.value if isinstance(told.value, tuple) else (told.value,))
    ]
    return any(hit.strength == "full" for text in texts for hit in finder.find(text))
