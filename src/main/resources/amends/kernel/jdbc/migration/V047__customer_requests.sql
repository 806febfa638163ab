-- What the services are asked to do with whole persons: how far it is, and the files that come with it and go back.
alter table customer_request alter column customer drop not null;
alter table customer_request drop column answer;
-- what more is asked, in the words of the program
alter table customer_request add column asked varchar(12000) default '' not null;
alter table customer_request add column read_rows integer default 0 not null;
alter table customer_request add column faulty integer default 0 not null;

create table customer_request_part (
  id       uuid primary key,
  request  uuid not null references customer_request (id),
  -- whether the services answered it; what was sent with the request otherwise
  outward  boolean not null,
  place    integer not null,
  bytes    bytea not null
);
create index customer_request_part_request on customer_request_part (request, outward, place);
