-- A text of an article before it is published; no index reads it.
create table article_manuscript (
  id           uuid primary key,
  slug         varchar(80) not null,
  language     varchar(8) not null,
  -- "language/slug" while it is open: of one article at most one is
  open_for     varchar(90),
  title        varchar(1000) not null,
  -- one in each line
  questions    varchar(20000) not null,
  category     varchar(200) not null,
  -- one in each line
  tags         varchar(4000) not null,
  audience     varchar(12) not null,
  valid_from   date,
  valid_until  date,
  body         varchar(40000) not null,
  sms          varchar(1000),
  state        varchar(12) not null,
  based_on     integer not null,
  author       uuid not null,
  writer       uuid not null,
  written      timestamp(6) with time zone not null,
  decided_by   uuid,
  words        varchar(300) not null,
  revision     bigint not null
);
create unique index article_manuscript_open on article_manuscript (open_for);
create index article_manuscript_article on article_manuscript (slug, language);

-- Who answers for an article, and when it is to be read again.
create table article_steward (
  slug        varchar(80) not null,
  language    varchar(8) not null,
  owner       uuid,
  review_due  date,
  primary key (slug, language)
);

-- What a reader thought of one version; a task for its owner until it is closed.
create table article_feedback (
  id        uuid primary key,
  slug      varchar(80) not null,
  language  varchar(8) not null,
  version   integer not null,
  kind      varchar(12) not null,
  words     varchar(500) not null,
  said_by   uuid not null,
  at        timestamp(6) with time zone not null,
  state     varchar(12) not null,
  owner     uuid,
  answer    varchar(300) not null,
  closed    timestamp(6) with time zone
);
create index article_feedback_open on article_feedback (state, at);
create index article_feedback_article on article_feedback (slug, language, version);

-- A version of which somebody found that it was wrong: everybody who was told it is owed a correction.
create table article_recall (
  id        uuid primary key,
  slug      varchar(80) not null,
  language  varchar(8) not null,
  version   integer not null,
  reason    varchar(300) not null,
  -- what customers are told by short message; empty until somebody has one sent
  notice    varchar(300) not null,
  said_by   uuid not null,
  at        timestamp(6) with time zone not null
);
create unique index article_recall_version on article_recall (slug, language, version);

-- What is done about a contact in which a wrong version was used.
create table article_recall_contact (
  recall    uuid not null references article_recall (id),
  contact   uuid not null,
  failure   uuid,
  way       varchar(20) not null,
  done_by   uuid,
  at        timestamp(6) with time zone not null,
  primary key (recall, contact)
);

-- What belongs to an article beside its text: a picture, a form.
create table article_file (
  id        uuid primary key,
  slug      varchar(80) not null,
  language  varchar(8) not null,
  name      varchar(80) not null,
  kind      varchar(12) not null,
  bytes     bytea not null,
  added_by  uuid not null,
  at        timestamp(6) with time zone not null
);
create unique index article_file_name on article_file (slug, language, name);

-- Which version of an article a folder of files held last: so what was changed here and there is told apart.
create table article_synced (
  slug      varchar(80) not null,
  language  varchar(8) not null,
  version   integer not null,
  primary key (slug, language)
);
-- So far articles came from files alone, but for those of cases.
insert into article_synced (slug, language, version)
  select a.id, a.language, a.version from article a join article_version v
    on v.id = a.id and v.language = a.language and v.version = a.version
    where a.state = 'PUBLISHED' and v.category <> 'cases' and v.category not like 'cases/%';

-- A search that was made and how it ended; who made it is not kept, numbers in it are masked.
create table article_search (
  id        uuid primary key,
  at        timestamp(6) with time zone not null,
  words     varchar(200) not null,
  language  varchar(8) not null,
  found     integer not null,
  -- whether an article was used as the answer afterwards
  answered  boolean not null
);
create index article_search_at on article_search (at);
