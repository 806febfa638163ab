-- What inspectors think of recordings. A row whose state is KEPT does not change any more.
create table evaluation (
  id          uuid primary key,
  -- names no other table: a recording may be erased, that it was judged may not
  recording   uuid not null,
  contact     uuid,
  inspector   uuid not null,
  at          timestamp(6) with time zone not null,
  -- the sheet with its edition
  scorecard   varchar(60) not null,
  note        varchar(4000) not null,
  percent     integer not null,
  failed      boolean not null,
  corrects    uuid,
  state       varchar(6) not null
);
create index evaluation_recording on evaluation (recording, state, at);

create table evaluation_mark (
  evaluation  uuid not null references evaluation (id),
  criterion   varchar(40) not null,
  -- null: there was no occasion for it
  points      integer,
  primary key (evaluation, criterion)
);

create table evaluation_remark (
  evaluation  uuid not null references evaluation (id),
  place       integer not null,
  -- milliseconds from the beginning of the recording
  moment      bigint not null,
  text        varchar(300) not null,
  primary key (evaluation, place)
);

-- People's own, newest first.
create index contact_agent_began on contact (agent, began);
create index recording_agent_began on recording (agent, began);

-- The inspector's list finds a recording's contact.
create index contact_recording on contact (recording);
