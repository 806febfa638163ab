-- What the customer thought of it, 1 to 5: the first answer.
alter table contact add column score integer;

-- One question to one customer about one contact. Its id is the short message's too.
create table survey (
  id         uuid primary key,
  contact    uuid not null references contact (id),
  -- CONTACT, or CALLBACK: the customer was called back and is asked whether it is well now
  occasion   varchar(10) not null,
  agent      uuid not null,
  customer   uuid,
  -- as the customer is addressed: a complaint that comes of it is called back by name
  customer_name  varchar(120) not null,
  number     varchar(16) not null,
  state      varchar(10) not null,
  due        timestamp(6) with time zone not null,
  expires    timestamp(6) with time zone not null,
  score      integer,
  words      varchar(500) not null,
  answered   timestamp(6) with time zone,
  -- why it ended without an answer
  reason     varchar(200) not null
);
create unique index survey_contact on survey (contact);
create index survey_number on survey (number, due);

-- Every answer to a question, also those that do not count: each once, none ever changed.
create table survey_answer (
  id      uuid primary key,
  survey  uuid not null references survey (id),
  kind    varchar(10) not null,
  text    varchar(500) not null,
  at      timestamp(6) with time zone not null
);
create index survey_answer_survey on survey_answer (survey, at);

-- Numbers whose owner wishes to be asked no more, with the words in which they said so.
create table survey_refusal (
  number  varchar(16) primary key,
  text    varchar(500) not null,
  at      timestamp(6) with time zone not null
);
