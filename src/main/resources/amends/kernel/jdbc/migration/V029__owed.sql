-- What more kinds of failure are shown by.
alter table failure add column way varchar(300);
alter table failure add column times integer;
alter table failure add column clock varchar(20);
alter table failure add column article varchar(80);
alter table failure add column language varchar(8);
alter table failure add column told integer;
alter table failure add column corrected integer;
