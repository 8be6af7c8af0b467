/** Version 1: people, agreements, behaviors, sessions with their records, reflections, goals. */
export const mainJob = `
CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE,
  career_stage TEXT
) STRICT;

CREATE TABLE agreement (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid TEXT NOT NULL UNIQUE,
  coach_id INTEGER NOT NULL REFERENCES person (id),
  protege_id INTEGER NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL CHECK (kind IN ('coaching', 'mentoring')),
  choices TEXT NOT NULL,
  supervisor INTEGER NOT NULL CHECK (supervisor = 0 OR kind = 'mentoring'),
  share TEXT NOT NULL,
  started_at TEXT NOT NULL,
  ended_at TEXT,
  CHECK (coach_id <> protege_id)
) STRICT;

CREATE TABLE behavior (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  agreement_id INTEGER NOT NULL REFERENCES agreement (id),
  retired_at TEXT
) STRICT;
CREATE INDEX behavior_of_agreement ON behavior (agreement_id);

CREATE TABLE behavior_version (
  id INTEGER PRIMARY KEY,
  behavior_id INTEGER NOT NULL REFERENCES behavior (id),
  version INTEGER NOT NULL,
  name TEXT NOT NULL,
  technique TEXT NOT NULL,
  key TEXT NOT NULL,
  request TEXT NOT NULL CHECK (trim(request) <> ''),
  definition TEXT NOT NULL,
  examples TEXT NOT NULL,
  non_examples TEXT NOT NULL,
  modifiers TEXT NOT NULL,
  interval_ms INTEGER,
  UNIQUE (behavior_id, version)
) STRICT;

CREATE TABLE session (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid TEXT NOT NULL UNIQUE,
  agreement_id INTEGER NOT NULL REFERENCES agreement (id),
  observer_id INTEGER NOT NULL REFERENCES person (id),
  state TEXT NOT NULL CHECK (state IN ('running', 'ended')),
  started_at TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  planned_ms INTEGER,
  interval_ms INTEGER,
  length_ms INTEGER NOT NULL,
  place TEXT
) STRICT;
CREATE INDEX session_of_agreement ON session (agreement_id);

CREATE TABLE session_behavior (
  session INTEGER NOT NULL REFERENCES session (number),
  version_id INTEGER NOT NULL REFERENCES behavior_version (id),
  PRIMARY KEY (session, version_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE record (
  session INTEGER NOT NULL REFERENCES session (number),
  number INTEGER NOT NULL,
  uuid TEXT NOT NULL,
  version_id INTEGER REFERENCES behavior_version (id),
  mark TEXT NOT NULL CHECK (mark IN ('point', 'start', 'stop', 'interval', 'check', 'tally')),
  at_ms INTEGER CHECK (at_ms >= 0),
  value INTEGER,
  starts INTEGER,
  modifiers TEXT,
  words TEXT,
  flag TEXT,
  kept TEXT,
  PRIMARY KEY (session, number)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER record_never_changes BEFORE UPDATE ON record
BEGIN
  SELECT RAISE(ABORT, 'a record is never changed, only voided');
END;

CREATE TABLE void (
  session INTEGER NOT NULL,
  number INTEGER NOT NULL,
  voided_at TEXT NOT NULL,
  PRIMARY KEY (session, number),
  FOREIGN KEY (session, number) REFERENCES record (session, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE gap (
  session INTEGER NOT NULL REFERENCES session (number),
  from_ms INTEGER NOT NULL,
  to_ms INTEGER CHECK (to_ms >= from_ms),
  reason TEXT NOT NULL CHECK (reason IN ('pause', 'sleep', 'interruption')),
  PRIMARY KEY (session, from_ms)
) STRICT, WITHOUT ROWID;

CREATE TABLE reflection (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  session INTEGER NOT NULL REFERENCES session (number),
  stage TEXT NOT NULL,
  question TEXT NOT NULL,
  answer TEXT NOT NULL,
  answered_at TEXT NOT NULL
) STRICT;
CREATE INDEX reflection_of_session ON reflection (session);

CREATE TABLE goal (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid TEXT NOT NULL UNIQUE,
  agreement_id INTEGER NOT NULL REFERENCES agreement (id),
  session INTEGER REFERENCES session (number),
  behavior_id INTEGER REFERENCES behavior (id),
  words TEXT NOT NULL,
  evidence TEXT,
  direction TEXT CHECK (direction IN ('increase', 'decrease')),
  due TEXT,
  set_at TEXT NOT NULL,
  done_at TEXT
) STRICT;

CREATE TABLE action (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid TEXT NOT NULL UNIQUE,
  goal_id INTEGER NOT NULL REFERENCES goal (id),
  words TEXT NOT NULL,
  due TEXT,
  done_at TEXT
) STRICT;
`
