"""Writing the text in one language, and the lines that belong to all; refused texts stay typed."""

from panoh.advocacy.errors import AdvocacyError, TextTooLong
from panoh.advocacy.publications import PublicationFile, write, write_text
from panoh.model.kinds import KINDS as RECORDS
from panoh.model.kinds import Text
from panoh.model.thesauri import RECIPIENTS
from panoh.web.page import Redirect, Reply
from panoh.web.publish.meant import KINDS, meant
from panoh.web.publish.one import page
from panoh.web.routes import post
from panoh.web.visit import Visit

#: Letters of an addressee or a contact.
LINE = 500


def _write(visit: Visit) -> Reply:
    """Keep the text in one language, and the lines that belong to all; all or nothing."""
    found = meant(visit)
    text, lines = _sent(visit, found), _lines(visit, found)
    try:
        for name, told in lines.items():
            if len(told) > LINE:
                field = RECORDS["publication"].fields[name].note.label
                raise TextTooLong(field=field, most=LINE)
        write_text(visit.case, found.root, text)
        write(visit.case, found.root, lines)
    except AdvocacyError as error:
        return page(visit, found, tongue=text.language, sent=text, told=lines, refused=error)
    return Redirect(f"/publish/{found.root}?in={text.language}#text")


def _sent(visit: Visit, found: PublicationFile) -> Text:
    body = visit.one("body").replace("\r\n", "\n")
    points = visit.one("points").splitlines() if KINDS[found.type].points else []
    told = tuple(each.strip() for each in points if each.strip())
    return Text(visit.one("language"), visit.one("title"), body, told)


def _lines(visit: Visit, found: PublicationFile) -> dict[str, str]:
    lines = {name: visit.one(name) for name in KINDS[found.type].lines}
    recipient = visit.one("recipient")
    if KINDS[found.type].choosable and recipient in RECIPIENTS.terms:
        lines["recipient"] = recipient
    return lines


ways = (post("/publish/{entity}/text", _write),)
