-- What more is known of a customer than stands on the screen when it rings.
create table customer_portrait (
  customer    uuid primary key references customer (id),
  segment     varchar(60) not null,
  -- BCP 47; empty when not known
  language    varchar(35) not null,
  channel     varchar(20),
  -- minutes of the day between which the customer wishes to be reached
  hours_from  integer,
  hours_until integer,
  stage       varchar(12),
  version     bigint not null
);

-- Products they have, habits, interests: a line each.
create table customer_word (
  customer  uuid not null references customer (id),
  kind      varchar(10) not null,
  place     integer not null,
  words     varchar(200) not null,
  primary key (customer, kind, place)
);

-- Days of the year that matter to them. The year is kept where it is known; people see day and month.
create table customer_occasion (
  customer  uuid not null references customer (id),
  place     integer not null,
  kind      varchar(12) not null,
  name      varchar(60) not null,
  in_month  integer not null,
  on_day    integer not null,
  in_year   integer,
  primary key (customer, place)
);

create table customer_number_label (
  customer  uuid not null references customer (id),
  number    varchar(16) not null,
  label     varchar(10) not null,
  primary key (customer, number)
);

-- What a customer said they want, and what lay behind it.
create table customer_need (
  id        uuid primary key,
  customer  uuid not null references customer (id),
  contact   uuid,
  kind      varchar(10) not null,
  words     varchar(300) not null,
  who       uuid not null,
  at        timestamp(6) with time zone not null
);
create index customer_need_customer on customer_need (customer, at);

create table customer_tag (
  id          uuid primary key,
  customer    uuid not null references customer (id),
  name        varchar(60) not null,
  source      varchar(10) not null,
  -- the member's id, the rule's name, the import's file
  origin      varchar(120) not null,
  evidence    varchar(500) not null,
  at          timestamp(6) with time zone not null,
  -- per cent
  confidence  integer not null,
  expires     timestamp(6) with time zone,
  -- whether the customer may see it; nothing is hidden from who asks for all that is kept about them
  open_to_customer  boolean not null,
  disputed    timestamp(6) with time zone,
  disputed_by uuid,
  dispute     varchar(300)
);
create index customer_tag_customer on customer_tag (customer, at);
create index customer_tag_name on customer_tag (name);

create table customer_consent (
  id          uuid primary key,
  customer    uuid not null references customer (id),
  purpose     varchar(20) not null,
  way         varchar(14) not null,
  proof       varchar(500) not null,
  contact     uuid,
  recorded_by uuid not null,
  given       timestamp(6) with time zone not null,
  expires     timestamp(6) with time zone,
  withdrawn   timestamp(6) with time zone,
  withdrawal  varchar(300)
);
create index customer_consent_customer on customer_consent (customer, purpose);
