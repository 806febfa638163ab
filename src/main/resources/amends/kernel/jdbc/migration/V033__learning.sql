-- With which words an agent had searched when they marked an article as the answer; numbers in them are masked.
create table article_confirmed (
  contact   uuid not null,
  article   varchar(80) not null,
  language  varchar(8) not null,
  words     varchar(120) not null,
  agent     uuid not null,
  at        timestamp(6) with time zone not null,
  -- where the article stood among what was found, from 1; 0: not known
  place     integer not null,
  queue     varchar(80) not null,
  outcome   varchar(12) not null,
  disputed  boolean not null,
  primary key (contact, article, language)
);
create index article_confirmed_at on article_confirmed (at);
create index article_confirmed_article on article_confirmed (article, language, at);

-- What was learned from it: ways of asking for an article that nobody wrote.
create table article_phrasing (
  article   varchar(80) not null,
  language  varchar(8) not null,
  place     integer not null,
  words     varchar(120) not null,
  weight    integer not null,
  primary key (article, language, place)
);

-- The change by which the phrasings of an article are what they are.
create table article_learned (
  article        varchar(80) not null,
  language       varchar(8) not null,
  change_number  bigint not null,
  primary key (article, language)
);
create index article_learned_change on article_learned (change_number);

create table article_learning_change (
  id      smallint primary key check (id = 1),
  number  bigint not null
);
insert into article_learning_change (id, number) values (1, 0);
