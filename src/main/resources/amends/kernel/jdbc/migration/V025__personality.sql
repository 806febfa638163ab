-- Behaviours that were looked for at a contact in which something had failed. The id is named after contact, observer
-- and behaviour: each is marked once.
create table personality_mark (
  id         uuid primary key,
  contact    uuid not null,
  -- a member, or the house itself
  observer   uuid not null,
  behaviour  varchar(24) not null,
  seen       boolean not null,
  customer   uuid not null references customer (id),
  at         timestamp(6) with time zone not null,
  -- of what had failed, 1 to 4
  severity   integer not null
);
create index personality_mark_customer on personality_mark (customer, at);
create index personality_mark_contact on personality_mark (contact, observer);

-- Members who know better than the estimate, and why.
create table personality_objection (
  id        uuid primary key,
  customer  uuid not null references customer (id),
  who       uuid not null,
  at        timestamp(6) with time zone not null,
  -- what the customer is in their eyes
  type      varchar(10) not null,
  reason    varchar(300) not null
);
create index personality_objection_customer on personality_objection (customer, at);

-- What the estimate reckons with, as learned last from the house's own marks; none before.
create table personality_learning (
  id                uuid primary key,
  at                timestamp(6) with time zone not null,
  customers         integer not null,
  expressive_share  double precision not null,
  mistake           double precision not null,
  severity_push     double precision not null,
  mood_spread       double precision not null,
  habit_spread      double precision not null,
  half_life_days    double precision not null
);

-- In logarithms of the odds.
create table personality_share (
  type       varchar(10) not null,
  behaviour  varchar(24) not null,
  share      double precision not null,
  primary key (type, behaviour)
);

create table personality_habit (
  observer  uuid primary key,
  lean      double precision not null,
  variance  double precision not null
);
