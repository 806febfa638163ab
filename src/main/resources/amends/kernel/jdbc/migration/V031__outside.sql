-- What a fact of another system is to us: a fact by itself, a field of our own profile, or a tag.
alter table customer_outside_fact add column kind varchar(8) default 'FACT' not null;

-- What somebody put right in a profile: what stood there, what stands there since, and why. The trail, which is never
-- changed, says only which field; this goes with the person.
create table customer_correction (
  id        uuid primary key,
  customer  uuid not null references customer (id),
  field     varchar(12) not null,
  was       varchar(120) not null,
  became    varchar(120) not null,
  why       varchar(300) not null,
  who       uuid not null,
  at        timestamp(6) with time zone not null
);
create index customer_correction_customer on customer_correction (customer, at);
