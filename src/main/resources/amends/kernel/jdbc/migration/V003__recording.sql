-- The facts of a recording; the sound is in the vault's file of that name.
create table recording (
  id         uuid primary key,
  call_id    varchar(1000) not null,
  agent      uuid not null,
  file       varchar(200) not null unique,
  began      timestamp(6) with time zone not null,
  ended      timestamp(6) with time zone,
  length     bigint not null,
  announced  boolean not null,
  state      varchar(12) not null
);
create index recording_began on recording (began);
create index recording_agent on recording (agent, state);

-- The desks' hash chains as they were told to the database, link by link. Only ever grows.
create table recording_chain_link (
  desk       varchar(64) not null,
  number     bigint not null,
  previous   varchar(64) not null,
  kind       varchar(12) not null,
  recording  uuid not null,
  file       varchar(64) not null,
  facts      varchar(64) not null,
  at         timestamp(6) with time zone not null,
  primary key (desk, number)
);
create index recording_chain_link_recording on recording_chain_link (recording);

-- Up to here a desk's links were found to follow one another.
create table recording_chain_head (
  desk    varchar(64) primary key,
  number  bigint not null,
  hash    varchar(64) not null
);
