-- The policies there were, as people wrote them; the one installed last is in force.
create table compensation_policy (
  name          varchar(60) primary key,
  content       varchar(200000) not null,
  installed     timestamp(6) with time zone not null,
  currency      varchar(3) not null,
  -- minor units of the currency, here and in all that follows
  budget        bigint not null,
  budget_period varchar(10) not null,
  time_zone     varchar(60) not null,
  alone_up_to   bigint not null,
  pending_hours integer not null
);
create table compensation_authority (
  policy  varchar(60) not null references compensation_policy (name),
  role    varchar(10) not null,
  amount  bigint not null,
  primary key (policy, role)
);
-- What the policy allows, one row for each case and option: the gate of the database looks it up.
create table compensation_entitlement (
  policy      varchar(60) not null references compensation_policy (name),
  kind        varchar(40) not null,
  severity    varchar(10) not null,
  tier        varchar(10) not null,
  option_key  varchar(40) not null,
  row_key     varchar(300) not null,
  form        varchar(15) not null,
  amount      bigint not null,
  cost        bigint not null,
  -- null: no budget of its own, no end of it
  row_budget  bigint,
  stock       integer,
  primary key (policy, kind, severity, tier, option_key)
);

-- What may be spent in a period and what is: on all, on a row, or pieces of one option. Never beyond.
create table compensation_pot (
  period  varchar(20) not null,
  scope   varchar(320) not null,
  amount  bigint not null,
  spent   bigint not null,
  primary key (period, scope),
  check (spent >= 0 and spent <= amount)
);

create table compensation_grant (
  id          uuid primary key,
  customer    uuid,
  contact     uuid,
  kind        varchar(40) not null,
  severity    varchar(10) not null,
  tier        varchar(10) not null,
  policy      varchar(60) not null,
  row_key     varchar(300) not null,
  option_key  varchar(40) not null,
  form        varchar(15) not null,
  amount      bigint not null,
  cost        bigint not null,
  currency    varchar(3) not null,
  asker       uuid not null,
  asked       timestamp(6) with time zone not null,
  words       varchar(300) not null,
  needed      integer not null,
  expires     timestamp(6) with time zone not null,
  state       varchar(10) not null,
  decided     timestamp(6) with time zone,
  reason      varchar(300) not null,
  check (amount >= 0 and cost >= 0 and needed between 0 and 2)
);
create index compensation_grant_customer on compensation_grant (customer, asked);
create index compensation_grant_contact on compensation_grant (contact);
create index compensation_grant_asker on compensation_grant (asker, asked);
create index compensation_grant_state on compensation_grant (state, decided);

-- Which failure a grant pays for, or waits to pay for: no failure twice.
create table compensation_payment (
  failure   uuid primary key,
  grant_id  uuid not null references compensation_grant (id)
);
create index compensation_payment_grant on compensation_payment (grant_id);

create table compensation_approval (
  grant_id  uuid not null references compensation_grant (id),
  approver  uuid not null,
  at        timestamp(6) with time zone not null,
  primary key (grant_id, approver)
);

-- A list of grants to look into, drawn by lot: its seed and its bounds draw the same list again.
create table compensation_draw (
  id        uuid primary key,
  seed      bigint not null,
  drawn_by  uuid not null,
  at        timestamp(6) with time zone not null,
  since     timestamp(6) with time zone not null,
  until     timestamp(6) with time zone not null,
  size      integer not null
);
create table compensation_finding (
  draw      uuid not null references compensation_draw (id),
  grant_id  uuid not null references compensation_grant (id),
  place     integer not null,
  -- null: not looked into yet
  finding   varchar(12),
  words     varchar(300) not null,
  auditor   uuid,
  at        timestamp(6) with time zone,
  primary key (draw, grant_id)
);
