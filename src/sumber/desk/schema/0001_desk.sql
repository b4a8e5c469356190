-- The desk: one row an article, what it is found by, and what people said of it.
-- Records are JSON, compressed; see sumber/desk/packing.py. Times are ISO 8601, days count from 1970-01-01.

CREATE TABLE outlet (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,           -- folded name, or domain
  name TEXT NOT NULL,
  domain TEXT
);

CREATE INDEX outlet_name ON outlet (name COLLATE NOCASE);

CREATE TABLE article (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,           -- the id of the record; `~2` behind it if another article has that id
  print BLOB NOT NULL UNIQUE,         -- what it is known again by: hash of address or id, outlet and text
  document TEXT NOT NULL,             -- what versions of one document share: its address, else outlet and id
  url TEXT,
  outlet INTEGER REFERENCES outlet(id),
  language TEXT NOT NULL,
  title TEXT,
  published TEXT,                     -- null: not known
  day INTEGER NOT NULL,               -- of publication, else of adding
  added TEXT NOT NULL,
  replaced INTEGER REFERENCES article(id),  -- the newer version of the same document
  story INTEGER,
  origin TEXT NOT NULL,               -- key of the outlet or article that the report goes back to
  derives TEXT,                       -- how it goes back to it: copies, translates, states-source; null: own reporting
  row INTEGER NOT NULL UNIQUE,        -- in the word index: day * 2^20 + a running number of the day
  terms BLOB NOT NULL,                -- what it is compared by (sumber/stories)
  record BLOB NOT NULL
);
CREATE INDEX article_document ON article (document);
CREATE INDEX article_story ON article (story);
CREATE INDEX article_day ON article (day);
CREATE INDEX article_outlet ON article (outlet);

CREATE TABLE story (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  first TEXT NOT NULL,                -- publication of its first and last article, else their adding
  last TEXT NOT NULL,
  articles INTEGER NOT NULL,
  origins INTEGER NOT NULL,
  merged INTEGER                      -- the story that this one became part of
);
CREATE INDEX story_last ON story (last);

CREATE TABLE edge (
  source INTEGER NOT NULL,            -- the article that takes
  target INTEGER NOT NULL,            -- the article that it takes from
  kind TEXT NOT NULL,
  share REAL NOT NULL,
  PRIMARY KEY (source, target, kind)
) WITHOUT ROWID;
CREATE INDEX edge_target ON edge (target);

CREATE TABLE sketch (
  hash INTEGER NOT NULL,
  article INTEGER NOT NULL,
  PRIMARY KEY (hash, article)
) WITHOUT ROWID;

CREATE TABLE entity (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  key TEXT NOT NULL,                  -- folded name; of places the gazetteer's id
  name TEXT NOT NULL,
  country TEXT,
  lat REAL,
  lon REAL,
  level TEXT,
  merged INTEGER,                     -- the entity that a person said it is the same as
  UNIQUE (kind, key)
);
CREATE INDEX entity_name ON entity (name COLLATE NOCASE);

CREATE TABLE variant (                -- the forms that an entity's name takes
  key TEXT NOT NULL,
  entity INTEGER NOT NULL,
  form TEXT NOT NULL,
  PRIMARY KEY (key, entity)
) WITHOUT ROWID;

CREATE TABLE mention (                -- an entity in an article
  entity INTEGER NOT NULL,
  article INTEGER NOT NULL,
  name TEXT NOT NULL,                 -- id of the name in the record
  count INTEGER NOT NULL,
  said INTEGER NOT NULL,              -- statements by it
  did INTEGER NOT NULL,               -- events with it
  PRIMARY KEY (entity, article, name)
) WITHOUT ROWID;
CREATE INDEX mention_article ON mention (article);

CREATE TABLE event (
  article INTEGER NOT NULL,
  event TEXT NOT NULL,                -- id in the record
  type TEXT NOT NULL,
  mode TEXT,
  status TEXT NOT NULL,
  earliest TEXT,
  latest TEXT,
  PRIMARY KEY (article, event)
) WITHOUT ROWID;
CREATE INDEX event_type ON event (type, article);
CREATE INDEX event_status ON event (status, article);

CREATE TABLE relay (                  -- an article names an outlet that it takes from
  article INTEGER NOT NULL,
  outlet INTEGER NOT NULL REFERENCES outlet(id),
  scope TEXT NOT NULL,
  PRIMARY KEY (article, outlet)
) WITHOUT ROWID;
CREATE INDEX relay_outlet ON relay (outlet);

CREATE TABLE correction (
  id INTEGER PRIMARY KEY,
  article INTEGER,                    -- null: of a name across articles
  print BLOB,                         -- of the article, so that the correction can be shared
  body BLOB NOT NULL,                 -- the correction as JSON
  made TEXT NOT NULL
);
CREATE INDEX correction_article ON correction (article);

CREATE TABLE saved (
  name TEXT PRIMARY KEY,
  query TEXT NOT NULL,
  made TEXT NOT NULL
) WITHOUT ROWID;

CREATE VIRTUAL TABLE words USING fts5 (
  title, body, stems, speakers, people, bodies, places, content = '', tokenize = "unicode61 remove_diacritics 2"
);
