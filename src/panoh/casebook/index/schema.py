"""The tables of the projection. They hold no fact that is not in the log.

An entity has a number here, given in the order of arrival: tables that name entities by number are
a quarter as long, and what was told together lies together. A number means nothing outside this
index. The bytes of a statement stand in the vault's own table `leaves`, in row `leaf`.

`entity`, `statement`, `reference`, `verdict` and `view` are the same with identifiers in the place
of numbers: for whoever asks for a few. What reads many, as lists do, reads the tables.
"""

#: Raised whenever a table or the meaning of a column changes; the index is then rebuilt.
VERSION = 11

#: What happens at a time, and how the timeline is ordered: undated moments come last.
HAPPENING = "kind IN ('act', 'event', 'status')"
DATED_IN_TIME = "earliest, latest = '', latest, kind, root"
IN_TIME = f"earliest = '', {DATED_IN_TIME}"
#: Kinds of which there are few, and which are read all at once.
FEW = (
    "kind IN ('threat', 'incident', 'profile', 'measure', 'finding', 'matter', 'action', 'contact',"
    " 'plan', 'source', 'publication', 'response', 'occasion', 'order')"
)
#: Persons in the hands of officials, and persons of whom somebody waits for word.
HELD = "state IN ('held', 'transferred')"
WATCHED = "watched > 0"
#: What was sent or asked, and a reply to it is awaited.
AWAITED = "kind = 'action' AND until <> ''"
#: Persons on whom, or on what was done to whom, sources differ.
DIFFERING = "(disputes <> '' OR differing > 0)"

TABLES = f"""
CREATE TABLE known(
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,               -- empty while it is only named and nothing was told of it
    root INTEGER NOT NULL, suspended INTEGER NOT NULL DEFAULT 0);
INSERT INTO known VALUES(0, '', '', 0, 0); -- nobody: where no source or file is named
CREATE INDEX known_root ON known(root);
CREATE INDEX known_suspended ON known(n) WHERE suspended = 1;
CREATE TABLE said(
    n INTEGER PRIMARY KEY, leaf INTEGER NOT NULL, about INTEGER NOT NULL, kind TEXT NOT NULL,
    source INTEGER NOT NULL, recorded TEXT NOT NULL, item INTEGER NOT NULL, row INTEGER NOT NULL);
CREATE INDEX said_about ON said(about);
CREATE INDEX said_leaf ON said(leaf);
CREATE INDEX said_hiding ON said(about) WHERE kind = 'retraction';
CREATE INDEX said_item ON said(item, row);
CREATE INDEX said_source ON said(source, kind);
CREATE TABLE refers(target INTEGER NOT NULL, about INTEGER NOT NULL, kind TEXT NOT NULL,
    field TEXT NOT NULL, PRIMARY KEY(target, kind, field, about)) WITHOUT ROWID;
CREATE INDEX refers_about ON refers(about);
CREATE TABLE judged(id INTEGER PRIMARY KEY, a INTEGER NOT NULL, b INTEGER NOT NULL,
    verdict TEXT NOT NULL);
CREATE INDEX judged_a ON judged(a);
CREATE INDEX judged_b ON judged(b);
CREATE TABLE shown(root INTEGER PRIMARY KEY, kind TEXT NOT NULL, subject INTEGER NOT NULL,
    term TEXT NOT NULL, title TEXT NOT NULL, sort TEXT NOT NULL, earliest TEXT NOT NULL,
    latest TEXT NOT NULL, disputes TEXT NOT NULL,
    sources INTEGER NOT NULL,         -- how many tell of it, those who took it back included
    told BLOB,                        -- of an act: what is compared with other acts
    states BLOB,                      -- of an act or observation: what it tells of how they are
    acts INTEGER NOT NULL DEFAULT 0,  -- of a person: how many acts were done to them
    differing INTEGER NOT NULL DEFAULT 0, -- of a person: of how many of these sources differ
    state TEXT NOT NULL DEFAULT '',   -- of a person: how they are now, as far as anybody tells
    contested INTEGER NOT NULL DEFAULT 0, -- whether sources differ on it
    watched INTEGER NOT NULL DEFAULT 0,   -- whether silence counts: no, nobody knows, yes
    heard TEXT NOT NULL DEFAULT '',   -- the last day told by somebody in contact
    news TEXT NOT NULL DEFAULT '',    -- the last day told by anybody
    until TEXT NOT NULL DEFAULT ''    -- the last day on which nobody need look: of a person before
                                      -- the silence is too long, of an action before it is late
);
CREATE INDEX shown_title ON shown(kind, title) WHERE title <> '';
CREATE INDEX shown_acts ON shown(root) WHERE kind = 'act' AND subject <> 0;
CREATE INDEX shown_people ON shown(sort, root, acts) WHERE kind = 'person';
CREATE INDEX shown_disputed ON shown(sort, root, disputes, differing)
 WHERE kind = 'person' AND {DIFFERING};
CREATE INDEX shown_held ON shown(sort, root, state) WHERE kind = 'person' AND {HELD};
CREATE INDEX shown_watched ON shown(sort, root, until, watched)
 WHERE kind = 'person' AND {WATCHED};
CREATE INDEX shown_silent ON shown(watched, news, root, until) WHERE {WATCHED};
CREATE INDEX shown_awaited ON shown(until, root) WHERE {AWAITED};
CREATE INDEX shown_events ON shown({IN_TIME}) WHERE kind = 'event';
CREATE INDEX shown_time ON shown({IN_TIME}) WHERE {HAPPENING};
CREATE INDEX shown_few ON shown(kind, root) WHERE {FEW};
CREATE INDEX shown_subject ON shown(subject, kind) WHERE subject <> 0;
CREATE TABLE in_contact(source INTEGER PRIMARY KEY); -- sources who see or hear those they tell of
CREATE TABLE patience(root INTEGER PRIMARY KEY, days INTEGER NOT NULL); -- where members chose it
CREATE TABLE lead(key TEXT NOT NULL, root INTEGER NOT NULL, PRIMARY KEY(key, root)) WITHOUT ROWID;
CREATE INDEX lead_root ON lead(root); -- what leads to a person in a text, see consent/leads
CREATE TABLE unled(root INTEGER PRIMARY KEY); -- persons whose leads nobody has needed yet
CREATE TABLE unread(root INTEGER PRIMARY KEY); -- rows of lists that nobody could read
CREATE TABLE began(day TEXT PRIMARY KEY, acts INTEGER NOT NULL) WITHOUT ROWID; -- on exactly a day
CREATE TABLE teller(source INTEGER NOT NULL, sort TEXT NOT NULL, root INTEGER NOT NULL,
    PRIMARY KEY(source, sort, root)) WITHOUT ROWID; -- of persons
CREATE INDEX teller_root ON teller(root);
CREATE TABLE name_key(key TEXT NOT NULL, root INTEGER NOT NULL, PRIMARY KEY(key, root))
    WITHOUT ROWID;
CREATE INDEX name_key_root ON name_key(root);
CREATE VIRTUAL TABLE words USING fts5(text, content='', contentless_delete=1);
CREATE TABLE pair(a INTEGER NOT NULL, b INTEGER NOT NULL, kind TEXT NOT NULL, level TEXT NOT NULL,
    score REAL NOT NULL, reasons BLOB NOT NULL, PRIMARY KEY(a, b)) WITHOUT ROWID;
CREATE INDEX pair_b ON pair(b);
CREATE TABLE question(a INTEGER NOT NULL, b INTEGER NOT NULL, kind TEXT NOT NULL,
    level TEXT NOT NULL, score REAL NOT NULL,
    x INTEGER NOT NULL, y INTEGER NOT NULL,   -- the roots of a and b
    verdict TEXT NOT NULL, PRIMARY KEY(a, b)) WITHOUT ROWID;
CREATE INDEX question_b ON question(b);
CREATE INDEX question_x ON question(x);
CREATE INDEX question_y ON question(y);
CREATE INDEX question_page ON question(kind, level, score DESC, a, b);
CREATE TABLE tally(root INTEGER PRIMARY KEY, circle INTEGER NOT NULL,
    open_people INTEGER NOT NULL, merged_people INTEGER NOT NULL,
    open_acts INTEGER NOT NULL, merged_acts INTEGER NOT NULL);
CREATE INDEX tally_circle ON tally(circle);
CREATE VIEW entity AS SELECT e.id AS id, e.kind AS kind, r.id AS root, e.suspended AS suspended
 FROM known e JOIN known r ON r.n = e.root WHERE e.kind <> '';
CREATE VIEW statement AS SELECT s.n AS n, l.id AS id, a.id AS about, s.kind AS kind,
 o.id AS source, s.recorded AS recorded, i.id AS item, s.row AS row
 FROM said s JOIN leaves l ON l.n = s.leaf JOIN known a ON a.n = s.about
 JOIN known o ON o.n = s.source JOIN known i ON i.n = s.item;
CREATE VIEW reference AS SELECT t.id AS target, a.id AS about, r.kind AS kind, r.field AS field
 FROM refers r JOIN known t ON t.n = r.target JOIN known a ON a.n = r.about;
CREATE VIEW verdict AS SELECT j.id AS id, x.id AS a, y.id AS b, v.verdict AS verdict
 FROM judged v JOIN known j ON j.n = v.id JOIN known x ON x.n = v.a JOIN known y ON y.n = v.b;
CREATE VIEW view AS SELECT r.id AS root, v.kind AS kind, w.id AS subject, v.term AS term,
 v.title AS title, v.sort AS sort, v.earliest AS earliest, v.latest AS latest,
 v.disputes AS disputes, v.sources AS sources, v.told AS told, v.acts AS acts,
 v.differing AS differing,
 v.state AS state, v.contested AS contested, v.watched AS watched, v.heard AS heard,
 v.news AS news, v.until AS until
 FROM shown v JOIN known r ON r.n = v.root JOIN known w ON w.n = v.subject;
"""  # noqa: S608 - our own words
