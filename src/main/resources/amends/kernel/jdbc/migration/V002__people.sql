create table staff_member (
  id          uuid primary key,
  login       varchar(60) not null unique,
  name        varchar(120) not null,
  extension   varchar(20) not null,
  roles       varchar(120) not null,
  iterations  integer,
  salt        varchar(64),
  hash        varchar(64)
);

-- Also of logins that do not exist, so that nobody learns which do.
create table sign_in_attempt (
  login     varchar(60) primary key,
  failures  integer not null,
  last_at   timestamp(6) with time zone not null
);

-- Only ever grows. Names no other table: what it speaks of may be erased, that it was done may not.
create table audit (
  id    uuid primary key,
  at    timestamp(6) with time zone not null,
  who   uuid not null,
  act   varchar(40) not null,
  whom  uuid not null,
  why   varchar(300) not null
);
create index audit_whom on audit (whom, at);
create index audit_at on audit (at);

create table customer (
  id       uuid primary key,
  name     varchar(120) not null,
  tier     varchar(10) not null,
  region   varchar(120) not null,
  since    timestamp(6) with time zone,
  note     varchar(4000) not null,
  version  bigint not null
);

-- A number leads to one customer.
create table customer_number (
  number    varchar(16) primary key,
  customer  uuid not null references customer (id),
  place     integer not null
);
create index customer_number_customer on customer_number (customer, place);

create table contact (
  id           uuid primary key,
  call_id      varchar(300) not null,
  direction    varchar(10) not null,
  agent        uuid not null,
  number       varchar(64) not null,
  customer     uuid references customer (id),
  queue        varchar(80) not null,
  waited       bigint not null,
  began        timestamp(6) with time zone not null,
  answered     timestamp(6) with time zone,
  ended        timestamp(6) with time zone,
  cause        varchar(20),
  recording    uuid,
  disposition  varchar(20),
  -- the agent's note: a draft until the contact is closed
  note         varchar(4000),
  state        varchar(12) not null,
  -- which installation had it in hand
  desk         varchar(200) not null,
  -- when the desk last wrote the row: the best known end of a call whose desk died
  seen         timestamp(6) with time zone not null
);
create index contact_agent on contact (agent, state);
create index contact_customer on contact (customer, began);
create index contact_began on contact (began);
