-- One row that every change of an article writes: so changes are committed in the order of their numbers, and whoever
-- read up to a number has missed none below it. "identity" names this set of articles; made with the first article.
create table article_change (
  id        smallint primary key check (id = 1),
  identity  uuid,
  number    bigint not null
);
insert into article_change (id, number) values (1, 0);

-- The article as it now stands.
create table article (
  id             varchar(80) not null,
  language       varchar(8) not null,
  version        integer not null,
  state          varchar(12) not null,
  change_number  bigint not null unique,
  primary key (id, language)
);

-- Every text it ever had: contacts name the version that was read to the customer.
create table article_version (
  id             varchar(80) not null,
  language       varchar(8) not null,
  version        integer not null,
  title          varchar(120) not null,
  -- one in each line
  questions      varchar(20000) not null,
  category       varchar(200) not null,
  -- one in each line
  tags           varchar(4000) not null,
  audience       varchar(12) not null,
  valid_from     date,
  valid_until    date,
  body           varchar(20000) not null,
  sms            varchar(200),
  since          timestamp(6) with time zone not null,
  primary key (id, language, version),
  foreign key (id, language) references article (id, language)
);

-- Which article gave the answer in which contact.
create table article_used (
  contact   uuid not null,
  article   varchar(80) not null,
  language  varchar(8) not null,
  version   integer not null,
  agent     uuid not null,
  at        timestamp(6) with time zone not null,
  how       varchar(12) not null,
  primary key (contact, article, language)
);
create index article_used_article on article_used (article, language, version);
