-- The flow as it now stands.
create table flow (
  id        varchar(80) not null,
  language  varchar(8) not null,
  version   integer not null,
  state     varchar(12) not null,
  primary key (id, language)
);

-- Every text it ever had, as it was written: a path names the version that was walked.
create table flow_version (
  id        varchar(80) not null,
  language  varchar(8) not null,
  version   integer not null,
  kind      varchar(12) not null,
  title     varchar(120) not null,
  category  varchar(250) not null,
  source    varchar(60000) not null,
  since     timestamp(6) with time zone not null,
  primary key (id, language, version),
  foreign key (id, language) references flow (id, language)
);

-- How far a flow was walked in which contact. "continues": the path of an earlier contact that this one goes on with.
create table flow_path (
  id         uuid primary key,
  contact    uuid not null,
  flow       varchar(80) not null,
  language   varchar(8) not null,
  version    integer not null,
  agent      uuid not null,
  continues  uuid,
  began      timestamp(6) with time zone not null,
  changed    timestamp(6) with time zone not null,
  ending     varchar(12)
);
create index flow_path_contact on flow_path (contact);
create index flow_path_continues on flow_path (continues);

create table flow_path_step (
  path    uuid not null references flow_path (id),
  place   integer not null,
  step    varchar(40) not null,
  answer  integer not null,
  words   varchar(80) not null,
  -- who was with the customer then
  agent   uuid not null,
  at      timestamp(6) with time zone not null,
  primary key (path, place)
);

-- Articles that somebody wants at hand; in whichever language they read.
create table article_favourite (
  person   uuid not null,
  article  varchar(80) not null,
  since    timestamp(6) with time zone not null,
  primary key (person, article)
);

-- When somebody's last shift ended, as far as the desk saw them: what came since is new to them.
create table article_reader (
  person      uuid primary key,
  new_since   timestamp(6) with time zone not null,
  last_here   timestamp(6) with time zone not null
);
