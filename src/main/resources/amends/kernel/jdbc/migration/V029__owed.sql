-- What more kinds of failure are shown by.
alter table failure add column way varchar(300);
alter table failure add column times integer;
alter table failure add column clock varchar(20);
alter table failure add column article varchar(80);
alter table failure add column language varchar(8);
alter table failure add column told integer;
alter table failure add column corrected integer;

-- One draw of who is called before they complain, as it can be repeated.
create table care_draw (
  id           uuid primary key,
  at           timestamp(6) with time zone not null,
  seed         bigint not null,
  places       integer not null,
  quiet_share  double precision not null,
  candidates   integer not null,
  quiet        integer not null,
  drawn        integer not null
);
create index care_draw_at on care_draw (at);

-- Everybody whom a draw was between, with their chance.
create table care_lot (
  draw      uuid not null references care_draw (id),
  customer  uuid not null,
  weight    double precision not null,
  pool      varchar(10) not null,
  chance    double precision not null,
  drawn     boolean not null,
  primary key (draw, customer)
);
create index care_lot_customer on care_lot (customer);

create table care_call (
  id           uuid primary key,
  draw         uuid not null references care_draw (id),
  customer     uuid not null,
  name         varchar(120) not null,
  number       varchar(16) not null,
  weight       double precision not null,
  chance       double precision not null,
  pool         varchar(10) not null,
  state        varchar(10) not null,
  taken_by     uuid,
  taken_until  timestamp(6) with time zone,
  tries        integer not null,
  not_before   timestamp(6) with time zone not null,
  outcome      varchar(12),
  words        varchar(300) not null,
  changed      timestamp(6) with time zone not null
);
create index care_call_open on care_call (state, weight);
create index care_call_customer on care_call (customer, changed);

-- Who is likely to leave or to complain, as it was estimated last.
create table leaving (
  customer  uuid primary key,
  name      varchar(120) not null,
  chance    double precision not null,
  owed      double precision not null,
  reasons   varchar(400) not null,
  at        timestamp(6) with time zone not null
);
create index leaving_chance on leaving (chance);

-- Prepared for an outage: what happened, whom it concerns, what is answered, offered and sent.
create table plan (
  id            uuid primary key,
  title         varchar(120) not null,
  happened      varchar(1000) not null,
  words         varchar(1000) not null,
  queues        varchar(1000) not null,
  regions       varchar(1000) not null,
  prefixes      varchar(1000) not null,
  answer        varchar(2000) not null,
  article       varchar(100) not null,
  compensation  varchar(80) not null,
  notice        varchar(300) not null,
  advertises    boolean not null,
  audience      varchar(12) not null,
  per_minute    integer not null,
  most          integer not null,
  send_from     varchar(5) not null,
  send_until    varchar(5) not null,
  state         varchar(10) not null,
  run           uuid,
  version       bigint not null,
  changed_by    uuid not null,
  changed       timestamp(6) with time zone not null
);

-- Each time a plan was switched on.
create table plan_run (
  id       uuid primary key,
  plan     uuid not null references plan (id),
  on_at    timestamp(6) with time zone not null,
  on_by    uuid not null,
  off_at   timestamp(6) with time zone,
  off_by   uuid
);
create index plan_run_plan on plan_run (plan, on_at);

-- A call that a plan matched, and what was done in it.
create table plan_call (
  id        uuid primary key,
  run       uuid not null references plan_run (id),
  call_id   varchar(300) not null,
  agent     uuid not null,
  number    varchar(16),
  customer  uuid,
  at        timestamp(6) with time zone not null,
  answered  timestamp(6) with time zone,
  granted   timestamp(6) with time zone
);
create index plan_call_run on plan_call (run, at);
create index plan_call_customer on plan_call (customer);

-- A number that a plan's notice was put out for; never twice in one run. Its id is the short message's.
create table plan_notice (
  id        uuid primary key,
  run       uuid not null references plan_run (id),
  number    varchar(16) not null,
  customer  uuid,
  -- whether it was put out, or they may not be told
  told      boolean not null,
  at        timestamp(6) with time zone not null
);
create unique index plan_notice_once on plan_notice (run, number);
create index plan_notice_customer on plan_notice (customer);
