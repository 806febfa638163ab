-- What customers were promised.
create table promise (
  id             uuid primary key,
  -- by which the customer and every desk find it
  code           varchar(6) not null unique,
  kind           varchar(40) not null,
  what           varchar(120) not null,
  amount         bigint,
  currency       varchar(3),
  customer       uuid references customer (id),
  -- as the customer was addressed: the list of my promises looks at no profile
  customer_name  varchar(120) not null,
  number         varchar(16),
  contact        uuid,
  complaint      uuid,
  maker          uuid not null,
  -- who keeps it: a person or a department
  owner          uuid,
  team           varchar(40),
  made           timestamp(6) with time zone not null,
  due            timestamp(6) with time zone not null,
  remind         timestamp(6) with time zone not null,
  state          varchar(12) not null,
  reminded       timestamp(6) with time zone,
  ended          timestamp(6) with time zone,
  version        bigint not null,
  check ((owner is null) <> (team is null))
);
create index promise_owner on promise (owner, state, due);
create index promise_maker on promise (maker, state, due);
create index promise_due on promise (state, due);
create index promise_customer on promise (customer, made);
create index promise_number on promise (number, made);

-- What happened to each, once.
create table promise_event (
  id       uuid primary key,
  promise  uuid not null references promise (id),
  act      varchar(12) not null,
  at       timestamp(6) with time zone not null,
  -- of what happens by the clock
  planned  timestamp(6) with time zone,
  late     boolean not null,
  who      uuid,
  words    varchar(200) not null
);
create index promise_event_promise on promise_event (promise, at);

-- How long such things take: nothing personal, so that every desk can suggest a due time.
create table promise_course (
  promise  uuid primary key references promise (id),
  kind     varchar(40) not null,
  -- empty: people keep it themselves
  team     varchar(40) not null,
  made     timestamp(6) with time zone not null,
  ended    timestamp(6) with time zone,
  kept     boolean not null
);
create index promise_course_kind on promise_course (kind, team, made);
