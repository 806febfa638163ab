-- What employees suggest, and what became of it.
create table improvement (
  id          uuid primary key,
  filed_by    uuid not null,
  at          timestamp(6) with time zone not null,
  -- where in the window they were
  screen      varchar(40) not null,
  what        varchar(2000) not null,
  -- the call at hand; names no other table: it may be erased
  contact     uuid,
  state       varchar(12) not null,
  answer      varchar(300) not null,
  decided_by  uuid,
  changed     timestamp(6) with time zone not null
);
create index improvement_filed_by on improvement (filed_by, changed);
create index improvement_state on improvement (state, at);
create index improvement_contact on improvement (contact);

-- A recovery that went well, told without persons: neither whose it was, nor of which complaint, nor who wrote it.
create table recovery_case (
  id        uuid primary key,
  -- the day only
  filed_on  date not null,
  language  varchar(8) not null,
  title     varchar(120) not null,
  happened  varchar(4000) not null,
  done      varchar(4000) not null,
  learnt    varchar(2000) not null,
  -- the kinds of failure, one in each line
  kinds     varchar(1000) not null,
  cause     varchar(120) not null,
  severity  varchar(10) not null,
  -- what the customer gave before and after, 1 to 5
  score_before  integer,
  score_after   integer not null,
  state     varchar(12) not null
);
create index recovery_case_day on recovery_case (filed_on);

-- Which complaints were looked at for a case: whether one came of it, not which.
create table recovery_case_source (
  complaint  uuid primary key,
  made       boolean not null
);

-- An article that waits for somebody who may publish it. It is in no index.
create table article_draft (
  id          uuid primary key,
  slug        varchar(80) not null,
  language    varchar(8) not null,
  title       varchar(120) not null,
  -- one in each line
  questions   varchar(20000) not null,
  category    varchar(200) not null,
  -- one in each line
  tags        varchar(4000) not null,
  audience    varchar(12) not null,
  body        varchar(20000) not null,
  at          timestamp(6) with time zone not null,
  state       varchar(12) not null,
  decided_by  uuid,
  decided     timestamp(6) with time zone,
  reason      varchar(300) not null
);
create index article_draft_state on article_draft (state, at);
create unique index article_draft_slug on article_draft (slug, language);
