-- In which transaction an entry was made. A look shows nothing before its entry is committed: whoever could see first
-- and roll back afterwards would see without a trace.
alter table audit add column made_in xid8 not null default pg_current_xact_id();
