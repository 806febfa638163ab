-- What went wrong for a customer. The id is named after the evidence, so that what two desks saw is kept once.
create table failure (
  id           uuid primary key,
  kind         varchar(20) not null,
  severity     varchar(10) not null,
  at           timestamp(6) with time zone not null,
  -- of a number that is nobody's yet there is no customer; the row is found by the number once it is somebody's
  customer     uuid references customer (id),
  number       varchar(16),
  state        varchar(12) not null,
  -- the evidence: which of these are there depends on the kind
  call_id      varchar(300),
  queue        varchar(80),
  length       bigint,
  length_limit bigint,
  loss         double precision,
  hearing      varchar(10),
  cause        varchar(20),
  subject      uuid,
  moment       timestamp(6) with time zone,
  disposition  varchar(20),
  -- how it was settled, once it is
  means        varchar(20),
  settled_by   uuid,
  settled_at   timestamp(6) with time zone,
  contact      uuid,
  words        varchar(300)
);
create index failure_customer on failure (customer, state, at);
create index failure_number on failure (number, state, at);

-- Who calls again is found by the number they call from.
create index contact_number on contact (number, began);
