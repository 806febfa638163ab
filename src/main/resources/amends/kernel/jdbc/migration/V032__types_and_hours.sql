-- What customers seemed to be when it was last estimated, of those alone who agree to it and of whom enough is known: for
-- reports. Read by nothing that offers or grants.
create table personality_type (
  customer  uuid primary key references customer (id),
  type      varchar(10) not null,
  -- when they were first taken to be of this type
  since     timestamp(6) with time zone not null
);

-- From the moment that somebody no longer agrees, no report counts them by type.
create view report_type as
select t.customer, t.type from personality_type t where exists (select 1 from customer_consent a
  where a.customer = t.customer and a.purpose = 'PERSONALISATION' and a.given <= current_timestamp
  and (a.expires is null or a.expires > current_timestamp)
  and (a.withdrawn is null or a.withdrawn > current_timestamp));

-- As of V030, with the type. (What is joined to an empty word stays of the same type of column.)
create or replace view report_contact as
select c.began as at, c.agent, c.queue, c.direction as channel, coalesce(u.tier, '') as tier,
  coalesce(t.type, '') || '' as customer_type, coalesce(cast(c.customer as varchar(64)), c.number) as person, c.score
from contact c left join customer u on u.id = c.customer left join report_type t on t.customer = c.customer;

create or replace view report_first_contact as
select c.began as at, c.agent, c.queue, c.direction as channel, coalesce(u.tier, '') as tier,
  coalesce(t.type, '') || '' as customer_type, coalesce(cast(c.customer as varchar(64)), c.number) as person,
  case when c.disposition <> 'SOLVED' then 0
    when c.customer is not null and exists (select 1 from contact n where n.customer = c.customer
      and n.direction = 'INBOUND' and n.began > c.began and n.began <= c.began + interval '7' day) then 0
    when c.customer is null and exists (select 1 from contact n where n.number = c.number
      and n.direction = 'INBOUND' and n.began > c.began and n.began <= c.began + interval '7' day) then 0
    else 1 end as settled
from contact c left join customer u on u.id = c.customer left join report_type t on t.customer = c.customer
where c.direction = 'INBOUND' and c.answered is not null and c.state = 'CLOSED'
  and c.disposition in ('SOLVED', 'FOLLOW_UP', 'COMPLAINT') and (c.customer is not null or c.number like '+%');

create or replace view report_complaint as
select p.id, p.opened as at, p.owner as agent, p.source as channel, coalesce(u.tier, '') as tier,
  coalesce(t.type, '') || '' as customer_type, coalesce(p.unit, '') as branch, coalesce(p.cause, '') as cause,
  coalesce(cast(p.customer as varchar(64)), p.call_back, cast(p.id as varchar(64))) as person,
  p.contact, p.respond_by, p.responded, case when p.times_reopened > 0 then 1 else 0 end as reopened
from complaint p left join customer u on u.id = p.customer left join report_type t on t.customer = p.customer;

create or replace view report_promise as
select p.due as at, coalesce(p.owner, p.maker) as agent, coalesce(u.tier, '') as tier,
  coalesce(t.type, '') || '' as customer_type,
  coalesce(cast(p.customer as varchar(64)), p.number, cast(p.id as varchar(64))) as person,
  case when p.state = 'KEPT' then 1 else 0 end as kept
from promise p left join customer u on u.id = p.customer left join report_type t on t.customer = p.customer
where p.state in ('KEPT', 'KEPT_LATE', 'BROKEN', 'OVERDUE');

-- When an option can be given, for the gate of the database; null: always. What stands in the table follows from the
-- policy's words, and is written anew from them when the owner's program starts.
alter table compensation_entitlement add column open_days varchar(20);
alter table compensation_entitlement add column opens varchar(8);
alter table compensation_entitlement add column closes varchar(8);
delete from compensation_entitlement;
-- decimal places of the currency
alter table compensation_policy add column decimals integer default 2 not null;

-- By which what must not be guessed is digested. Made when it is first needed.
create table house_secret (
  name    varchar(20) primary key,
  secret  varchar(80) not null
);
