-- What must happen later, stored with its cause.
create table duty (
  id            uuid primary key,
  kind          varchar(60) not null,
  subject       uuid not null,
  due           timestamp(6) with time zone not null,
  state         varchar(10) not null,
  attempts      integer not null,
  holder        varchar(120),
  lease_ends    timestamp(6) with time zone,
  -- a clock that shows an earlier time was set back since the lease was given: the lease is void
  lease_void_before timestamp(6) with time zone,
  -- counts every change of hands: whoever changes the row must have seen the last one
  hands         bigint not null,
  settled       timestamp(6) with time zone,
  reason        varchar(500)
);
create index duty_open on duty (state, kind, due);
create index duty_subject on duty (subject);
