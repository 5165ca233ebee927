/**
 * The database as an auditor reads it. `journal` is the truth and refuses to be rewritten; everything else follows from it and can
 * be dropped and rebuilt. No row cascades away: evidence must not.
 */

/** "CSIG" in the file's header, so that `file` and SQLite know whose it is. */
export const APPLICATION_ID = 0x43534947;
export const SCHEMA_VERSION = 2;

const DEFINITION = `
CREATE TABLE definition (
  digest TEXT NOT NULL PRIMARY KEY CHECK (length(digest) = 64),
  envelope BLOB NOT NULL
) STRICT;

CREATE TABLE journal (
  seq INTEGER NOT NULL PRIMARY KEY CHECK (seq >= 0),
  bytes BLOB NOT NULL,
  leaf BLOB NOT NULL UNIQUE CHECK (length(leaf) = 32),
  root BLOB NOT NULL CHECK (length(root) = 32),
  kind TEXT NOT NULL,
  at TEXT NOT NULL CHECK (length(at) = 24),
  person TEXT NOT NULL,
  command TEXT NOT NULL,
  part INTEGER NOT NULL CHECK (part >= 0),
  content TEXT NOT NULL CHECK (length(content) = 64),
  click BLOB NOT NULL CHECK (length(click) = 32),
  UNIQUE (command, part)
) STRICT;

CREATE TRIGGER journal_is_never_changed BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is never changed'); END;

CREATE TRIGGER journal_is_never_shortened BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is never shortened'); END;

CREATE TRIGGER journal_only_grows BEFORE INSERT ON journal
WHEN NEW.seq <> (SELECT coalesce(max(seq) + 1, 0) FROM journal)
  OR EXISTS (SELECT 1 FROM journal WHERE leaf = NEW.leaf)
  OR EXISTS (SELECT 1 FROM journal WHERE command = NEW.command AND part = NEW.part)
BEGIN SELECT RAISE(ABORT, 'the journal only grows, one place at a time'); END;

CREATE TRIGGER definition_is_one_for_life BEFORE INSERT ON definition
WHEN EXISTS (SELECT 1 FROM definition)
BEGIN SELECT RAISE(ABORT, 'the definition is one for the life of a journal'); END;

CREATE TRIGGER definition_is_never_changed BEFORE UPDATE ON definition
BEGIN SELECT RAISE(ABORT, 'the definition is never changed'); END;

CREATE TRIGGER definition_is_never_removed BEFORE DELETE ON definition
BEGIN SELECT RAISE(ABORT, 'the definition is never removed'); END;
`;

const FOLLOWING = `
CREATE TABLE station (station TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, ward TEXT NOT NULL, registered INTEGER NOT NULL) STRICT;
CREATE TABLE contest (contest TEXT NOT NULL PRIMARY KEY, title TEXT NOT NULL, form_a TEXT NOT NULL, form_b TEXT NOT NULL, ward TEXT) STRICT;
CREATE TABLE candidate (
  contest TEXT NOT NULL REFERENCES contest, number INTEGER NOT NULL, name TEXT NOT NULL, party TEXT NOT NULL, "row" TEXT NOT NULL,
  PRIMARY KEY (contest, number)
) STRICT;

CREATE TABLE centre (fact TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE person (
  person TEXT NOT NULL PRIMARY KEY, role TEXT NOT NULL, name TEXT NOT NULL, party TEXT, key TEXT NOT NULL, basis TEXT NOT NULL,
  accreditation TEXT NOT NULL, suspended INTEGER NOT NULL CHECK (suspended IN (0, 1)), certified INTEGER NOT NULL CHECK (certified IN (0, 1))
) STRICT;
CREATE TABLE attendance (
  agent TEXT NOT NULL, from_seq INTEGER NOT NULL, from_at TEXT NOT NULL, to_seq INTEGER, to_at TEXT, to_by TEXT,
  PRIMARY KEY (agent, from_seq)
) STRICT;

CREATE TABLE result (
  contest TEXT NOT NULL REFERENCES contest, station TEXT NOT NULL REFERENCES station, state TEXT NOT NULL, form TEXT,
  reason TEXT, closed_by TEXT, PRIMARY KEY (contest, station)
) STRICT;
CREATE TABLE form (
  form TEXT NOT NULL PRIMARY KEY, contest TEXT NOT NULL REFERENCES contest, station TEXT NOT NULL REFERENCES station,
  revision INTEGER NOT NULL CHECK (revision >= 1), stage TEXT NOT NULL, disposition TEXT, received_at TEXT NOT NULL, received_by TEXT NOT NULL,
  subject TEXT, opened_at TEXT, opened_by TEXT, accepted_by TEXT, answer TEXT, set_aside_reason TEXT, scan_absent TEXT
) STRICT;
CREATE TABLE particular (form TEXT NOT NULL REFERENCES form, item TEXT NOT NULL, answer TEXT NOT NULL, PRIMARY KEY (form, item)) STRICT;
CREATE TABLE scan (
  form TEXT NOT NULL REFERENCES form, place INTEGER NOT NULL, digest TEXT NOT NULL, media_type TEXT NOT NULL, size INTEGER NOT NULL,
  PRIMARY KEY (form, place)
) STRICT;
CREATE TABLE entry (
  form TEXT NOT NULL REFERENCES form, act TEXT NOT NULL, "row" TEXT NOT NULL, kind TEXT NOT NULL, person TEXT NOT NULL,
  count INTEGER CHECK (count >= 0), mark TEXT NOT NULL CHECK (mark IN ('count', 'blank', 'unreadable')),
  PRIMARY KEY (form, act, "row"), CHECK ((mark = 'count') = (count IS NOT NULL))
) STRICT;
CREATE TABLE figure (
  form TEXT NOT NULL REFERENCES form, "row" TEXT NOT NULL,
  count INTEGER CHECK (count >= 0), mark TEXT NOT NULL CHECK (mark IN ('count', 'blank', 'unreadable')),
  PRIMARY KEY (form, "row"), CHECK ((mark = 'count') = (count IS NOT NULL))
) STRICT;
CREATE TABLE decision (
  form TEXT NOT NULL REFERENCES form, place INTEGER NOT NULL, ballot TEXT NOT NULL, candidate INTEGER NOT NULL, PRIMARY KEY (form, place)
) STRICT;
CREATE TABLE finding (
  form TEXT NOT NULL REFERENCES form, code TEXT NOT NULL, inputs TEXT NOT NULL, difference INTEGER,
  ruling TEXT, ground TEXT, reason TEXT, ruled_by TEXT, PRIMARY KEY (form, code)
) STRICT;
CREATE TABLE signoff (
  form TEXT NOT NULL REFERENCES form, act TEXT NOT NULL, agent TEXT NOT NULL, at TEXT, choice TEXT NOT NULL, code TEXT, reason TEXT,
  closed_by TEXT, PRIMARY KEY (form, act)
) STRICT;
CREATE TABLE outcome (
  form TEXT NOT NULL REFERENCES form, agent TEXT NOT NULL, outcome TEXT NOT NULL, act TEXT, PRIMARY KEY (form, agent)
) STRICT;
CREATE TABLE turnout (
  station TEXT NOT NULL REFERENCES station, source TEXT NOT NULL, voters INTEGER NOT NULL, PRIMARY KEY (station, source)
) STRICT;

CREATE TABLE summary (
  contest TEXT NOT NULL REFERENCES contest, version INTEGER NOT NULL, state TEXT NOT NULL, digest TEXT NOT NULL, prepared_at TEXT NOT NULL,
  prepared_by TEXT, declared_at TEXT, declared_by TEXT, declared_seq INTEGER, alone TEXT, PRIMARY KEY (contest, version)
) STRICT;
CREATE TABLE summary_signature (
  contest TEXT NOT NULL, version INTEGER NOT NULL, person TEXT NOT NULL, role TEXT NOT NULL, act TEXT NOT NULL, at TEXT NOT NULL,
  PRIMARY KEY (contest, version, person)
) STRICT;
CREATE TABLE summary_signoff (
  contest TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, agent TEXT NOT NULL, choice TEXT NOT NULL, reason TEXT, closed_by TEXT,
  at TEXT, code TEXT, PRIMARY KEY (contest, version, act)
) STRICT;
CREATE TABLE proposal (act TEXT NOT NULL PRIMARY KEY, kind TEXT NOT NULL, subject TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL) STRICT;

CREATE INDEX form_by_result ON form (contest, station);

CREATE VIEW tally AS
SELECT form.contest, figure."row", candidate.number, candidate.name, sum(figure.count) AS total, count(*) AS forms,
       sum(figure.mark = 'blank') AS blank, sum(figure.mark = 'unreadable') AS unreadable
FROM figure JOIN form USING (form) LEFT JOIN candidate ON candidate.contest = form.contest AND candidate."row" = figure."row"
WHERE form.stage = 'accepted' AND form.disposition = 'counted'
GROUP BY form.contest, figure."row";

CREATE VIEW expected AS
SELECT contest.contest, station.station, station.name, station.ward
FROM contest JOIN station ON contest.ward IS NULL OR contest.ward = station.ward;

CREATE VIEW progress AS
SELECT expected.contest, coalesce(result.state, 'awaited') AS state, count(*) AS stations
FROM expected LEFT JOIN result USING (contest, station) GROUP BY 1, 2;

CREATE VIEW outstanding AS
SELECT expected.contest, expected.station, expected.name, coalesce(result.state, 'awaited') AS state, form.form, form.stage,
       (SELECT group_concat(code, ' ') FROM finding WHERE finding.form = form.form AND finding.ruling IS NULL) AS unruled
FROM expected LEFT JOIN result USING (contest, station)
LEFT JOIN form ON form.contest = expected.contest AND form.station = expected.station AND form.stage NOT IN ('accepted', 'set-aside')
WHERE coalesce(result.state, 'awaited') IN ('awaited', 'in-hand') OR form.form IS NOT NULL;
`;

export const SCHEMA = `${DEFINITION}${FOLLOWING}PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${SCHEMA_VERSION};`;
