-- What employees suggest, and what became of it.
create table improvement (
  id          uuid primary key,
  filed_by    uuid not null,
  at          timestamp(6) with time zone not null,
  -- where in the window they were
  screen      varchar(40) not null,
  what        varchar(2000) not null,
  -- the call at hand; names no other table: it may be erased
  contact     uuid,
  state       varchar(12) not null,
  answer      varchar(300) not null,
  decided_by  uuid,
  changed     timestamp(6) with time zone not null
);
create index improvement_filed_by on improvement (filed_by, changed);
create index improvement_state on improvement (state, at);
create index improvement_contact on improvement (contact);

-- A recovery that went well, told without persons: neither whose it was, nor of which complaint, nor who wrote it.
create table recovery_case (
  id        uuid primary key,
  -- the day only
  filed_on  date not null,
  language  varchar(8) not null,
  title     varchar(120) not null,
  happened  varchar(4000) not null,
  done      varchar(4000) not null,
  learnt    varchar(2000) not null,
  -- the kinds of failure, one in each line
  kinds     varchar(1000) not null,
  cause     varchar(120) not null,
  severity  varchar(10) not null,
  -- what the customer gave before and after, 1 to 5
  score_before  integer,
  score_after   integer not null,
  state     varchar(12) not null
);
create index recovery_case_day on recovery_case (filed_on);

-- Which complaints were looked at for a case: whether one came of it, not which.
create table recovery_case_source (
  complaint  uuid primary key,
  made       boolean not null
);

-- An article that waits for somebody who may publish it. It is in no index.
create table article_draft (
  id          uuid primary key,
  slug        varchar(80) not null,
  language    varchar(8) not null,
  title       varchar(120) not null,
  -- one in each line
  questions   varchar(20000) not null,
  category    varchar(200) not null,
  -- one in each line
  tags        varchar(4000) not null,
  audience    varchar(12) not null,
  body        varchar(20000) not null,
  at          timestamp(6) with time zone not null,
  state       varchar(12) not null,
  decided_by  uuid,
  decided     timestamp(6) with time zone,
  reason      varchar(300) not null
);
create index article_draft_state on article_draft (state, at);
create index article_draft_slug on article_draft (slug, language);

-- What reports count: one row a case, with what it is told apart by, and no name, number's owner or note. "person" is
-- counted, so that a group of few customers can be hidden, and never shown.
create view report_contact as
select c.began as at, c.agent, c.queue, c.direction as channel, coalesce(u.tier, '') as tier,
  '' as customer_type, coalesce(cast(c.customer as varchar(64)), c.number) as person, c.score
from contact c left join customer u on u.id = c.customer;

-- Calls to us that were answered and written up, of callers who can be known again: settled at once, or not.
create view report_first_contact as
select c.began as at, c.agent, c.queue, c.direction as channel, coalesce(u.tier, '') as tier,
  '' as customer_type, coalesce(cast(c.customer as varchar(64)), c.number) as person,
  case when c.disposition <> 'SOLVED' then 0
    when c.customer is not null and exists (select 1 from contact n where n.customer = c.customer
      and n.direction = 'INBOUND' and n.began > c.began and n.began <= c.began + interval '7' day) then 0
    when c.customer is null and exists (select 1 from contact n where n.number = c.number
      and n.direction = 'INBOUND' and n.began > c.began and n.began <= c.began + interval '7' day) then 0
    else 1 end as settled
from contact c left join customer u on u.id = c.customer
where c.direction = 'INBOUND' and c.answered is not null and c.state = 'CLOSED'
  and c.disposition in ('SOLVED', 'FOLLOW_UP', 'COMPLAINT') and (c.customer is not null or c.number like '+%');

create view report_complaint as
select p.id, p.opened as at, p.owner as agent, p.source as channel, coalesce(u.tier, '') as tier,
  '' as customer_type, coalesce(p.unit, '') as branch, coalesce(p.cause, '') as cause,
  coalesce(cast(p.customer as varchar(64)), p.call_back, cast(p.id as varchar(64))) as person,
  p.contact, p.respond_by, p.responded, case when p.times_reopened > 0 then 1 else 0 end as reopened
from complaint p left join customer u on u.id = p.customer;

-- What the customer thought before our answer and after our callback.
create view report_lift as
select p.*, coalesce((select x.score from contact x where x.id = p.contact),
    (select k.score_before from callback k where k.complaint = p.id and k.score_before is not null
      order by k.due fetch first 1 row only)) as score_before,
  coalesce((select x.score from callback k join callback_attempt t on t.callback = k.id join contact x on x.id = t.contact
    where k.complaint = p.id and x.score is not null order by t.began desc fetch first 1 row only),
    (select k.score_after from callback k where k.complaint = p.id and k.score_after is not null
      order by k.due desc fetch first 1 row only)) as score_after
from report_complaint p;

-- Promises that were kept or not, at the time that they were due.
create view report_promise as
select p.due as at, coalesce(p.owner, p.maker) as agent, coalesce(u.tier, '') as tier, '' as customer_type,
  coalesce(cast(p.customer as varchar(64)), p.number, cast(p.id as varchar(64))) as person,
  case when p.state = 'KEPT' then 1 else 0 end as kept
from promise p left join customer u on u.id = p.customer where p.state in ('KEPT', 'KEPT_LATE', 'BROKEN', 'OVERDUE');

-- What the house spends on what was granted for a complaint: given in the call that it came in, in a call about it, or
-- for a failure that stands beside it. Each grant once for each complaint, none of those that nobody approved.
create view report_cost as
select p.*, (select coalesce(cast(sum(g.cost) as double precision), 0) from compensation_grant g
  where g.state = 'GRANTED' and g.id in (
    select o.id from compensation_grant o where o.contact = p.contact
    union
    select a.id from callback k join callback_attempt t on t.callback = k.id
      join compensation_grant a on a.contact = t.contact where k.complaint = p.id
    union
    select y.grant_id from complaint_failure f join compensation_payment y on y.failure = f.failure
      where f.complaint = p.id)) as cost
from report_complaint p;
