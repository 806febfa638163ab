-- What a fact of another system is to us: a fact by itself, a field of our own profile, or a tag.
alter table customer_outside_fact add column kind varchar(8) default 'FACT' not null;
