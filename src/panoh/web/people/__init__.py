"""People: the list, a person's file, settling contradictions, and the history of statements."""

from panoh.web.people import history, listed, person, sent, settle

ways = (*listed.ways, *person.ways, *settle.ways, *history.ways, *sent.ways)
