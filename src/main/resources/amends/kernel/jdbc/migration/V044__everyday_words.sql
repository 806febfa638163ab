-- What people say for what the bank calls otherwise: every list the house had, as it was written. The latest is in force.
create table house_words (
  version  integer primary key,
  source   varchar(200000) not null,
  -- empty: it came from a folder
  said_by  uuid,
  at       timestamp(6) with time zone not null
);

-- Which version each folder of files held last.
create table house_words_in_folder (
  folder   varchar(36) primary key,
  version  integer not null
);

-- Words that were proposed for the list and that somebody does not want there.
create table house_words_dismissed (
  said          varchar(60) not null,
  slug          varchar(80) not null,
  dismissed_by  uuid not null,
  at            timestamp(6) with time zone not null,
  primary key (said, slug)
);

-- Which article was used in the end, in the same call, after a search that brought no answer.
alter table article_search add column led_to varchar(80);
