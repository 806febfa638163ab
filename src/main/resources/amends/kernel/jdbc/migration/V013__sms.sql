-- A message that is to be sent, and how far it has come.
create table sms (
  id          uuid primary key,
  number      varchar(16) not null,
  content     varchar(1000) not null,
  purpose     varchar(20) not null,
  not_before  timestamp(6) with time zone not null,
  expires     timestamp(6) with time zone not null,
  state       varchar(16) not null,
  -- may have been sent more than once
  unsure      boolean not null,
  attempts    integer not null,
  -- by which the network speaks of it
  message_id  varchar(80),
  reason      varchar(300) not null,
  changed     timestamp(6) with time zone not null
);
create index sms_message_id on sms (message_id);
create index sms_number on sms (number, changed);

-- What the network told of messages; also what nobody can use: repeated, too early, of unknown messages.
create table sms_receipt (
  id          uuid primary key,
  message_id  varchar(80) not null,
  number      varchar(64) not null,
  fate        varchar(16) not null,
  content     varchar(300) not null,
  at          timestamp(6) with time zone not null,
  -- how often it came
  seen        integer not null,
  outcome     varchar(16) not null,
  sms         uuid
);
create index sms_receipt_message_id on sms_receipt (message_id);

-- What arrived, one row for each message or part of one.
create table sms_arrival (
  id           uuid primary key,
  fingerprint  varchar(64) not null,
  connection   varchar(60) not null,
  sender       varchar(64) not null,
  recipient    varchar(64) not null,
  -- UTF-16 in hexadecimal: a part may end in the middle of a character
  content      varchar(8000) not null,
  at           timestamp(6) with time zone not null,
  reference    integer,
  part         integer,
  parts        integer,
  -- the message that it became, or became a part of
  incoming     uuid
);
create index sms_arrival_fingerprint on sms_arrival (fingerprint, at);
create index sms_arrival_waiting on sms_arrival (sender, recipient, reference, parts, incoming);

-- A whole message that came in.
create table sms_incoming (
  id         uuid primary key,
  sender     varchar(64) not null,
  recipient  varchar(64) not null,
  content    varchar(2000) not null,
  at         timestamp(6) with time zone not null,
  told       boolean not null
);
create index sms_incoming_sender on sms_incoming (sender, at);
