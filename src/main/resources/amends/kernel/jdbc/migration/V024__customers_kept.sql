-- Customers from elsewhere, found twice, and gone.

-- A customer that was merged into another keeps its row, so that it is found by its name and can be separated again.
alter table customer add column merged_into uuid;
-- Erased: the row is the tombstone, blank but for its id.
alter table customer add column erased timestamp(6) with time zone;
-- The name as search compares it: folded, without spaces.
alter table customer add column sought varchar(120) default '' not null;
update customer set sought = lower(replace(name, ' ', ''));
create index customer_sought on customer (sought);
create index customer_merged on customer (merged_into);

-- By which other systems know a customer: the bank's number, the CRM's. "source" is the system.
create table customer_outside_id (
  id          uuid primary key,
  source      varchar(40) not null,
  outside_id  varchar(120) not null,
  customer    uuid not null references customer (id),
  unique (source, outside_id)
);
create index customer_outside_id_customer on customer_outside_id (customer);
create index customer_outside_id_outside on customer_outside_id (outside_id);

-- One customer that turned out to be another.
create table customer_merge (
  id         uuid primary key,
  kept       uuid not null,
  gone       uuid not null,
  at         timestamp(6) with time zone not null,
  who        uuid not null,
  why        varchar(300) not null,
  undone     timestamp(6) with time zone,
  undone_by  uuid
);
create index customer_merge_kept on customer_merge (kept, at);
create index customer_merge_gone on customer_merge (gone, at);

-- What was moved (a room's row), or changed in the kept profile: "was" and "became".
create table customer_merge_row (
  merge    uuid not null references customer_merge (id),
  room     varchar(40) not null,
  row_key  varchar(60) not null,
  was      varchar(4000),
  became   varchar(4000),
  primary key (merge, room, row_key)
);

-- Two that may be one. The id is named after both.
create table customer_duplicate (
  id      uuid primary key,
  one     uuid not null,
  another uuid not null,
  reason  varchar(20) not null,
  -- what they have in common, for people
  detail  varchar(200) not null,
  found   timestamp(6) with time zone not null,
  state   varchar(10) not null
);
create index customer_duplicate_open on customer_duplicate (state, reason, found);
create index customer_duplicate_one on customer_duplicate (one);
create index customer_duplicate_another on customer_duplicate (another);

-- A table of customers that is, or was, taken in.
create table customer_import (
  id       uuid primary key,
  file     varchar(200) not null,
  source   varchar(40) not null,
  who      uuid not null,
  at       timestamp(6) with time zone not null,
  state    varchar(12) not null,
  added    integer not null,
  changed  integer not null,
  ended    timestamp(6) with time zone
);

-- Its rows on their way: nobody's customers until all are there, gone afterwards.
create table customer_import_row (
  import      uuid not null,
  line        integer not null,
  customer    uuid not null,
  -- whether there is such a customer already
  known       boolean not null,
  name        varchar(120),
  sought      varchar(120),
  tier        varchar(10),
  region      varchar(120),
  since       timestamp(6) with time zone,
  note        varchar(4000),
  outside_id  varchar(120),
  segment     varchar(60),
  language    varchar(35),
  channel     varchar(20),
  birth_month integer,
  birth_day   integer,
  birth_year  integer,
  primary key (import, line)
);
create index customer_import_row_customer on customer_import_row (import, customer);

-- What one row has several of: products, tags.
create table customer_import_word (
  import    uuid not null,
  id        uuid primary key,
  customer  uuid not null,
  kind      varchar(10) not null,
  place     integer not null,
  words     varchar(200) not null
);
create index customer_import_word_import on customer_import_word (import, kind);

-- What one row has several of: numbers that are nobody's yet.
create table customer_import_number (
  import    uuid not null,
  number    varchar(16) not null,
  customer  uuid not null,
  place     integer not null,
  primary key (import, number)
);

-- A letter, an e-mail, a message in a social medium: entered by hand or by an import.
create table customer_letter (
  id         uuid primary key,
  customer   uuid references customer (id),
  channel    varchar(20) not null,
  from_us    boolean not null,
  at         timestamp(6) with time zone not null,
  subject    varchar(200) not null,
  content    varchar(4000) not null,
  -- the complaint that was made of it
  complaint  uuid,
  who        uuid not null,
  entered    timestamp(6) with time zone not null
);
create index customer_letter_customer on customer_letter (customer, at);

-- What an outside system last said of a customer, shown with its age when it does not answer.
create table customer_outside_fact (
  id        uuid primary key,
  customer  uuid not null references customer (id),
  source    varchar(40) not null,
  fetched   timestamp(6) with time zone not null,
  place     integer not null,
  name      varchar(60) not null,
  content   varchar(500) not null
);
create index customer_outside_fact_customer on customer_outside_fact (customer, source, place);

-- What somebody wants done to whole persons, where their own login may not: carried out by the services.
create table customer_request (
  id        uuid primary key,
  kind      varchar(12) not null,
  customer  uuid not null,
  other     uuid,
  why       varchar(300) not null,
  who       uuid not null,
  at        timestamp(6) with time zone not null,
  state     varchar(10) not null,
  answer    varchar(1000000)
);
