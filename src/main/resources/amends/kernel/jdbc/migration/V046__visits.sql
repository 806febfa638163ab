-- What lets a lead into one live call of an agent, once; and who was in whose call, how, from when to when.
create table visit_grant (
  id              uuid primary key,
  lead            uuid not null,
  lead_extension  varchar(64) not null,
  agent           uuid not null,
  -- Call-ID of the agent's dialog
  call_id         varchar(255) not null,
  mode            varchar(12) not null,
  -- of the key, which is kept nowhere
  proof           varchar(64) not null,
  made            timestamp(6) with time zone not null,
  until           timestamp(6) with time zone not null,
  used            timestamp(6) with time zone,
  ended           timestamp(6) with time zone,
  outcome         varchar(40) not null
);
create index visit_grant_agent on visit_grant (agent, made);
create index visit_grant_lead on visit_grant (lead, made);
