-- Each recording's own key, where people have logins of their own: given out one by one, by way of a gate.
create table recording_key (
  recording  uuid primary key,
  agent      uuid not null,
  -- Base64
  secret     varchar(100) not null,
  at         timestamp(6) with time zone not null
);

-- The vault's public keyset: a desk that has it seals what it cannot open.
create table recording_vault (
  id           smallint primary key check (id = 1),
  public_keys  varchar(8000) not null
);
