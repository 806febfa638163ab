-- What was found out about a complaint, and the clocks of its steps.
alter table complaint add column cause varchar(60);
alter table complaint add column business varchar(60);
alter table complaint add column unit varchar(60);
alter table complaint add column expectation varchar(20);
alter table complaint add column hard boolean;
alter table complaint add column answer varchar(4000) default '' not null;
alter table complaint add column read_back timestamp(6) with time zone;
alter table complaint add column reopened timestamp(6) with time zone;
alter table complaint add column times_reopened integer default 0 not null;
alter table complaint add column handovers integer default 0 not null;
alter table complaint add column escalated boolean default false not null;
alter table complaint add column unseen boolean default false not null;
-- it is time to ask whether the answer held, and what the customer said to that
alter table complaint add column asking boolean default false not null;
alter table complaint add column held boolean;
-- what the customer thought of the handling, 1 to 5 each
alter table complaint add column timely integer;
alter table complaint add column reasonable integer;
alter table complaint add column fair integer;
alter table complaint add column assess_by timestamp(6) with time zone;
alter table complaint add column assessed timestamp(6) with time zone;
alter table complaint add column investigate_by timestamp(6) with time zone;
alter table complaint add column investigated timestamp(6) with time zone;
-- begins anew each time the customer was told how it stands
alter table complaint add column news_by timestamp(6) with time zone;
alter table complaint add column close_by timestamp(6) with time zone;
alter table complaint add column ask_by timestamp(6) with time zone;
alter table complaint add column asked timestamp(6) with time zone;
-- the first of the clocks that run
alter table complaint add column next_due timestamp(6) with time zone;
alter table complaint add column changes integer default 0 not null;
update complaint set next_due = respond_by where state not in ('RESPONDED', 'CLOSED');
create index complaint_next on complaint (state, next_due);
create index complaint_opened on complaint (opened);
create index complaint_call_back on complaint (call_back, opened);

-- Who did what when. Only ever grows.
create table complaint_event (
  id         uuid primary key,
  complaint  uuid not null references complaint (id),
  at         timestamp(6) with time zone not null,
  -- null: the house by itself
  who        uuid,
  act        varchar(20) not null,
  words      varchar(4000) not null,
  state      varchar(20) not null
);
create index complaint_event_complaint on complaint_event (complaint, at);

-- A complaint at the branch or department that can put it right.
create table complaint_dispatch (
  id         uuid primary key,
  complaint  uuid not null references complaint (id),
  unit       varchar(60) not null,
  made_by    uuid not null,
  ask        varchar(4000) not null,
  made       timestamp(6) with time zone not null,
  due        timestamp(6) with time zone not null,
  state      varchar(12) not null,
  rounds     integer not null,
  answer     varchar(4000) not null,
  answered   timestamp(6) with time zone,
  late       boolean not null
);
create index complaint_dispatch_complaint on complaint_dispatch (complaint, made);
create index complaint_dispatch_state on complaint_dispatch (state, due);

-- Callbacks: what the customer thought before and after, and through whose hands they went.
alter table callback add column score_before integer;
alter table callback add column score_after integer;
alter table callback add column handovers integer default 0 not null;
alter table callback add column handed_with varchar(300) default '' not null;
alter table callback add column unseen boolean default false not null;
