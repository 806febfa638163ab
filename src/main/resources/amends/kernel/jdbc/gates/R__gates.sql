-- What each person's own login may do in this database, and nothing else. Made anew as a whole whenever a word of this
-- file changes, or there are other tables: those of ${tables}. PostgreSQL only.
--
-- A person is a login role named DATABASE.LOGIN, member of one group DATABASE:ROLE for each of their roles. Who somebody
-- is, is asked of the session, never of the caller.

-- Some tables come with later versions.
set local check_function_bodies = off;

drop schema if exists gate cascade;
create schema gate;

-- Groups are known to the whole cluster, hence named after the database.
do $$
declare
  who text;
  named text;
begin
  foreach who in array array['agent', 'expert', 'inspector', 'lead', 'service'] loop
    named := current_database() || ':' || who;
    if not exists (select from pg_roles where rolname = named) then
      begin
        execute format('create role %I nologin', named);
      exception when insufficient_privilege then
        raise exception 'an administrator must run: ALTER ROLE "%" CREATEROLE (it makes the group "%")',
          current_user, named using errcode = '42501';
      end;
    end if;
    execute format('grant usage on schema gate, %I to %I', '${flyway:defaultSchema}', named);
    execute format('grant connect on database %I to %I', current_database(), named);
  end loop;
  execute format('revoke all on database %I from public', current_database());
  execute format('revoke create on schema %I from public', '${flyway:defaultSchema}');
end $$;

-- Who asks -----------------------------------------------------------------------------------------------------------

-- The member who signed in; null for anybody else, the owner included.
create function gate.me() returns uuid
  language sql stable security definer set search_path = "${flyway:defaultSchema}", pg_temp
as $$ select id from staff_member where current_database() || '.' || login = session_user $$;

create function gate.holds(role text) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$ select pg_has_role(session_user, current_database() || ':' || role, 'member') $$;

-- The acts that a gate checks, as amends.staff.Permission has them; a test compares the two.
create table gate.permission (act text, role text);
insert into gate.permission values
  ('FIND_CUSTOMERS', 'agent'), ('FIND_CUSTOMERS', 'expert'), ('FIND_CUSTOMERS', 'lead'),
  ('LOOK_AT_CUSTOMER', 'agent'), ('LOOK_AT_CUSTOMER', 'expert'), ('LOOK_AT_CUSTOMER', 'lead'),
  ('CHANGE_CUSTOMER', 'agent'), ('CHANGE_CUSTOMER', 'expert'), ('CHANGE_CUSTOMER', 'lead'),
  ('MERGE_CUSTOMERS', 'expert'), ('MERGE_CUSTOMERS', 'lead'),
  ('SHOW_PERSON', 'expert'), ('SHOW_PERSON', 'lead'),
  ('ERASE_PERSON', 'expert'), ('ERASE_PERSON', 'lead'),
  ('IMPORT_CUSTOMERS', 'lead'), ('EXPORT_CUSTOMERS', 'lead'),
  ('LISTEN_TO_OWN_RECORDING', 'agent'), ('LISTEN_TO_OWN_RECORDING', 'expert'), ('LISTEN_TO_OWN_RECORDING', 'lead'),
  ('LISTEN_TO_ANY_RECORDING', 'inspector'), ('LISTEN_TO_ANY_RECORDING', 'lead'),
  ('EXPORT_RECORDING', 'inspector'), ('EXPORT_RECORDING', 'lead'),
  ('SETTLE_FAILURE', 'agent'), ('SETTLE_FAILURE', 'expert'), ('SETTLE_FAILURE', 'lead'),
  ('WRITE_OFF_FAILURE', 'expert'), ('WRITE_OFF_FAILURE', 'lead'),
  ('MAKE_CARE_CALL', 'agent'), ('MAKE_CARE_CALL', 'expert'), ('MAKE_CARE_CALL', 'lead'),
  ('SWITCH_PLAN', 'lead'),
  ('SUPERVISE_CALL', 'lead'),
  ('GRANT_COMPENSATION', 'agent'), ('GRANT_COMPENSATION', 'expert'), ('GRANT_COMPENSATION', 'lead'),
  ('APPROVE_COMPENSATION', 'expert'), ('APPROVE_COMPENSATION', 'lead'),
  ('APPROVE_ARTICLE', 'expert'), ('APPROVE_ARTICLE', 'lead'),
  ('RECALL_ANSWER', 'expert'), ('RECALL_ANSWER', 'lead'),
  ('READ_AUDIT_TRAIL', 'lead'),
  ('CHANGE_STAFF', 'lead');

create function gate.may(wanted text) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$ select gate.me() is not null
        and exists (select from gate.permission p where p.act = wanted and gate.holds(p.role)) $$;

-- The audit trail ----------------------------------------------------------------------------------------------------

-- How many looks are an agent's work, and how many are somebody copying. At most so many in so long.
create table gate.look_limit (looks integer, within interval);
insert into gate.look_limit values (60, '1 minute'), (600, '1 hour');

-- A search shows a page of names: how many are a person's work.
create table gate.search_limit (searches integer, within interval);
insert into gate.search_limit values (30, '1 minute'), (300, '1 hour');

-- How long a look lasts: a long call, its write-up and a break.
create function gate.lately() returns timestamptz
  language sql stable set search_path = pg_catalog, pg_temp
as $$ select now() - interval '4 hours' $$;

create function gate.is_look(act text) returns boolean
  language sql immutable set search_path = pg_catalog, pg_temp
as $$ select act in ('LOOK_AT_CUSTOMER', 'LISTEN_TO_OWN_RECORDING', 'LISTEN_TO_ANY_RECORDING', 'EXPORT_RECORDING') $$;

-- One look after the other for each member, so that many at once do not slip past the limit.
create function gate.limit_looks() returns void
  language plpgsql security definer set search_path = "${flyway:defaultSchema}", pg_temp
as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('gate.look ' || session_user, 0));
  if exists (select from gate.look_limit l where l.looks <= (
      select count(*) from audit a
      where a.who = gate.me() and a.at > clock_timestamp() - l.within and gate.is_look(a.act))) then
    raise exception 'too many looks in a short time' using errcode = 'AM001';
  end if;
end $$;

create function gate.limit_searches() returns void
  language plpgsql security definer set search_path = "${flyway:defaultSchema}", pg_temp
as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('gate.look ' || session_user, 0));
  if exists (select from gate.search_limit l where l.searches <= (
      select count(*) from audit a
      where a.who = gate.me() and a.at > clock_timestamp() - l.within and a.act = 'FIND_CUSTOMERS')) then
    raise exception 'too many searches in a short time' using errcode = 'AM001';
  end if;
end $$;

-- Adds to the trail in the name of who signed in, at this moment. The same entry twice is one.
create function gate.enter(_entry uuid, _act varchar, _whom uuid, _why varchar) returns void
  language plpgsql security definer set search_path = "${flyway:defaultSchema}", pg_temp
as $$
begin
  if gate.me() is null or _act !~ '^[A-Z_]{1,40}$' then
    raise exception 'not for % to enter', session_user using errcode = '42501';
  end if;
  if exists (select from gate.permission p where p.act = _act) and not gate.may(_act) then
    raise exception '% is not given to %', _act, session_user using errcode = '42501';
  end if;
  if exists (select from audit a where a.id = _entry and a.who = gate.me()) then
    return;
  end if;
  -- a change opens a customer as a look does, and is counted by no limit: it needs a look before it
  if _act = 'CHANGE_CUSTOMER' and exists (select from customer c where c.id = _whom)
      and _whom not in (select gate.seen_lately()) then
    raise exception 'a customer is changed by who looked at them' using errcode = '42501';
  end if;
  if gate.is_look(_act) then
    perform gate.limit_looks();
  elsif _act = 'FIND_CUSTOMERS' then
    perform gate.limit_searches();
  end if;
  insert into audit (id, at, who, act, whom, why)
    values (_entry, clock_timestamp(), gate.me(), _act, _whom,
      left(regexp_replace(coalesce(_why, ''), '[[:cntrl:]]', ' ', 'g'), 300))
    on conflict (id) do nothing;
end $$;

-- Whom a look of mine was at, once it is committed; null where it was at nobody.
create function gate.looked_at(_entry uuid, variadic _acts text[]) returns uuid
  language plpgsql stable security definer set search_path = "${flyway:defaultSchema}", pg_temp
as $$
declare
  found_entry audit%rowtype;
begin
  select * into found_entry from audit a
    where a.id = _entry and a.who = gate.me() and a.act = any (_acts) and a.at > gate.lately();
  if found_entry.id is null then
    raise exception 'no such look' using errcode = '42501';
  end if;
  if found_entry.made_in = pg_current_xact_id_if_assigned() then
    raise exception 'the look is not committed yet' using errcode = 'AM003';
  end if;
  return found_entry.whom;
end $$;

-- Customers ----------------------------------------------------------------------------------------------------------

do $$
begin
  if to_regclass('"${flyway:defaultSchema}".house_secret') is not null then
    insert into "${flyway:defaultSchema}".house_secret (name, secret)
      values ('nobody', gen_random_uuid() || ':' || gen_random_uuid()) on conflict do nothing;
  end if;
end $$;

-- Stands in the trail for a number that is nobody's, or a code: a digest with the house's own secret. Numbers are few
-- enough to try all of them; therefore this is open to nobody, only what it was found by. As amends.staff.Nobody has it.
create function gate.nobody(_words varchar) returns uuid
  language sql stable security definer set search_path = "${flyway:defaultSchema}", pg_temp
as $$ select encode(substring(sha256(convert_to(s.secret || ':' || _words, 'UTF8')) from 1 for 16), 'hex')::uuid
        from house_secret s where s.name = 'nobody' $$;

-- Whether I looked at this number, or code, while it was nobody's.
create function gate.is_looked_at(_words varchar) returns boolean
  language sql stable security definer set search_path = "${flyway:defaultSchema}", pg_temp
as $$ select _words is not null and gate.nobody(_words) in (select gate.seen_lately()) $$;

-- Looks a number up; where it is nobody's, the entry bears its digest. What is found is told by gate.profile, in a later
-- transaction.
create function gate.look_up(_entry uuid, _number varchar, _why varchar) returns void
  language plpgsql security definer set search_path = "${flyway:defaultSchema}", pg_temp
as $$
declare
  found_customer uuid;
begin
  select n.customer into found_customer from customer_number n where n.number = _number;
  perform gate.enter(_entry, 'LOOK_AT_CUSTOMER', coalesce(found_customer, gate.nobody(_number)), _why);
end $$;

create function gate.profile(_entry uuid)
  returns table (id uuid, name varchar, tier varchar, region varchar, since timestamptz, note varchar, version bigint,
    numbers varchar[])
  language plpgsql stable security definer set search_path = "${flyway:defaultSchema}", pg_temp
as $$
#variable_conflict use_column
begin
  return query select c.id, c.name, c.tier, c.region, c.since, c.note, c.version,
      array(select n.number from customer_number n where n.customer = c.id order by n.place, n.number)
    from customer c where c.id = gate.looked_at(_entry, 'LOOK_AT_CUSTOMER');
end $$;

-- Enters a search; what is found is told by gate.found_customers, in a later transaction. The entry bears a digest of the
-- words and of the place in the list: it serves for this page of these words.
create function gate.search(_entry uuid, _name varchar, _number varchar, _outside varchar, _from integer) returns void
  language plpgsql security definer set search_path = "${flyway:defaultSchema}", pg_temp
as $$
begin
  perform gate.enter(_entry, 'FIND_CUSTOMERS',
    gate.nobody('search ' || jsonb_build_array(_name, _number, _outside, _from)::text), '');
end $$;

-- A page as amends.customer.FoundCustomer has it, one more than is shown: of a number only its end.
create function gate.found_customers(_entry uuid, _name varchar, _number varchar, _outside varchar, _from integer)
  returns table (c_id uuid, c_name varchar, c_tier varchar, c_region varchar, c_merged uuid, c_number_end varchar,
    c_outside varchar)
  language plpgsql stable security definer set search_path = "${flyway:defaultSchema}", pg_temp
as $$
begin
  if gate.looked_at(_entry, 'FIND_CUSTOMERS') is distinct from
      gate.nobody('search ' || jsonb_build_array(_name, _number, _outside, _from)::text) then
    raise exception 'another search' using errcode = '42501';
  end if;
  return query select c.id, c.name, c.tier, c.region, c.merged_into,
      (select right(n.number, 4)::varchar from customer_number n
        where n.customer = coalesce(c.merged_into, c.id) order by n.place limit 1),
      (select min(o.outside_id)::varchar from customer_outside_id o
        where o.customer = coalesce(c.merged_into, c.id))
    from customer c where c.erased is null and c.id in (
      select f.id from customer f where _name <> ''
        and f.sought like replace(replace(replace(_name, '!', '!!'), '%', '!%'), '_', '!_') || '%' escape '!'
      union select n.customer from customer_number n where n.number = _number
      union select o.customer from customer_outside_id o where o.outside_id = _outside)
    order by c.sought, c.id offset _from limit 51;
end $$;

-- The customers that I looked at a while ago, and did not take back; a policy asks once, not for every row.
create function gate.seen_lately() returns setof uuid
  language sql stable security definer set search_path = "${flyway:defaultSchema}", pg_temp
as $$ select a.whom from audit a
        where a.who = gate.me() and a.act in ('LOOK_AT_CUSTOMER', 'CHANGE_CUSTOMER')
        and a.at > gate.lately() and a.made_in is distinct from pg_current_xact_id_if_assigned() $$;

-- The numbers that I spoke with since yesterday, customers' or not, and those of whom I looked at; "anonymous" is none.
create function gate.my_numbers() returns setof varchar
  language sql stable security definer set search_path = "${flyway:defaultSchema}", pg_temp
as $$ select c.number from contact c where c.agent = gate.me() and c.began > now() - interval '1 day'
        and c.number like '+%'
      union select n.number from customer_number n where n.customer in (select gate.seen_lately()) $$;

-- A score is the customer's: whoever may change their contacts may not change what was thought of them.
create function gate.keep_score() returns trigger
  language plpgsql security definer set search_path = "${flyway:defaultSchema}", pg_temp
as $$
begin
  if gate.me() is not null and not gate.holds('service')
      and new.score is distinct from (case when tg_op = 'UPDATE' then old.score end) then
    raise exception 'a score comes from the customer' using errcode = '42501';
  end if;
  return new;
end $$;
create or replace trigger keep_score before insert or update on "${flyway:defaultSchema}".contact
  for each row execute function gate.keep_score();

-- Complaints that are mine, or in which I shall call back.
create function gate.my_complaints() returns setof uuid
  language sql stable security definer set search_path = "${flyway:defaultSchema}", pg_temp
as $$ select c.id from complaint c where c.owner = gate.me()
      union select b.complaint from callback b where b.owner = gate.me() $$;

-- What had failed when they were made: settled with them.
create function gate.my_complaints_failures() returns setof uuid
  language sql stable security definer set search_path = "${flyway:defaultSchema}", pg_temp
as $$ select f.failure from complaint_failure f where f.complaint in (select gate.my_complaints()) $$;

-- A failure is somebody's or not yet; whose it is, nobody changes but who merges whole persons.
create function gate.keep_failure() returns trigger
  language plpgsql security definer set search_path = "${flyway:defaultSchema}", pg_temp
as $$
begin
  if gate.me() is not null and not gate.holds('service') and old.customer is not null
      and new.customer is distinct from old.customer then
    raise exception 'it is another customer''s' using errcode = '42501';
  end if;
  return new;
end $$;
create or replace trigger keep_failure before update on "${flyway:defaultSchema}".failure
  for each row execute function gate.keep_failure();

-- Whether the owner of a number wishes no messages: asked of one number at a time, also long after a call.
create function gate.is_refused(_number varchar) returns boolean
  language sql stable security definer set search_path = "${flyway:defaultSchema}", pg_temp
as $$ select gate.me() is not null and exists (select from survey_refusal r where r.number = _number) $$;

-- The score sheets that I have not finished.
create function gate.my_drafts() returns setof uuid
  language sql stable security definer set search_path = "${flyway:defaultSchema}", pg_temp
as $$ select e.id from evaluation e where e.inspector = gate.me() and e.state = 'DRAFT' $$;

-- Keeps a new customer (version 0) or a changed one that I looked at; answers the new version.
create function gate.save_customer(_entry uuid, _why varchar, _id uuid, _version bigint, _name varchar, _tier varchar,
    _region varchar, _since timestamptz, _note varchar, _numbers varchar[]) returns bigint
  language plpgsql security definer set search_path = "${flyway:defaultSchema}", pg_temp
as $$
begin
  perform gate.enter(_entry, 'CHANGE_CUSTOMER', _id, _why);
  if _version = 0 then
    insert into customer (id, name, sought, tier, region, since, note, version)
      values (_id, _name, lower(replace(_name, ' ', '')), _tier, _region, _since, _note, 1);
  else
    if _id not in (select gate.seen_lately()) then
      raise exception 'a customer is changed by who looked at them' using errcode = '42501';
    end if;
    update customer c set name = _name, sought = lower(replace(_name, ' ', '')), tier = _tier, region = _region, since = _since, note = _note,
      version = _version + 1 where c.id = _id and c.version = _version;
    if not found then
      raise exception 'changed meanwhile' using errcode = 'AM002';
    end if;
    delete from customer_number n where n.customer = _id;
  end if;
  insert into customer_number (number, customer, place)
    select given.number, _id, given.place - 1 from unnest(_numbers) with ordinality as given (number, place);
  return _version + 1;
end $$;

-- Promises -----------------------------------------------------------------------------------------------------------

-- Those that I keep or gave.
create function gate.my_promises() returns setof uuid
  language sql stable security definer set search_path = "${flyway:defaultSchema}", pg_temp
as $$ select p.id from promise p where p.owner = gate.me() or p.maker = gate.me() $$;

-- What is promised stays: whose, by when and how it ended; nothing that ended begins anew.
create function gate.keep_promise() returns trigger
  language plpgsql security definer set search_path = "${flyway:defaultSchema}", pg_temp
as $$
begin
  if gate.me() is null or gate.holds('service') then
    return new;
  end if;
  if old.customer is not null and new.customer is distinct from old.customer
      or old.state not in ('OPEN', 'OVERDUE') and (new.state, new.ended, new.owner, new.team)
        is distinct from (old.state, old.ended, old.owner, old.team)
      or old.state = 'OVERDUE' and new.state = 'OPEN' then
    raise exception 'a promise stays what it was' using errcode = '42501';
  end if;
  return new;
end $$;
create or replace trigger keep_promise before update on "${flyway:defaultSchema}".promise
  for each row execute function gate.keep_promise();

-- Kept in time and told late: what was owed for it is owed no more, though its owner may not have looked at the
-- customer. As amends.app.BrokenWord does where one login sees all.
create function gate.keep_word_after_all() returns trigger
  language plpgsql security definer set search_path = "${flyway:defaultSchema}", pg_temp
as $$
begin
  update failure f set state = 'WRITTEN_OFF', means = 'WRITTEN_OFF', settled_by = coalesce(new.owner, new.maker),
    settled_at = new.ended, words = 'promise ' || new.code || ' was kept in time and told late'
    where f.kind = 'PROMISE_BROKEN' and f.subject = new.id and f.state = 'OPEN';
  return null;
end $$;
create or replace trigger keep_word_after_all after update on "${flyway:defaultSchema}".promise
  for each row when (old.state = 'OVERDUE' and new.state = 'KEPT') execute function gate.keep_word_after_all();

-- Looks a promise up by the code that its customer tells; it can be read once this is committed. A code that is nobody's
-- is a look too, or codes could be guessed.
create function gate.look_for_promise(_entry uuid, _code varchar, _why varchar) returns void
  language plpgsql security definer set search_path = "${flyway:defaultSchema}", pg_temp
as $$
begin
  perform gate.enter(_entry, 'LOOK_AT_CUSTOMER',
    coalesce((select coalesce(p.customer, gate.nobody(coalesce(p.number, p.code))) from promise p where p.code = _code),
      gate.nobody(_code)), _why);
end $$;

-- Keys of recordings --------------------------------------------------------------------------------------------------

-- Of a recording of mine; the first one stays.
create function gate.keep_recording_key(_recording uuid, _secret varchar) returns void
  language plpgsql security definer set search_path = "${flyway:defaultSchema}", pg_temp
as $$
begin
  if not gate.may('LISTEN_TO_OWN_RECORDING') or exists (select from recording r
      where r.id = _recording and r.agent <> gate.me()) then
    raise exception 'a key is kept by who recorded' using errcode = '42501';
  end if;
  insert into recording_key (recording, agent, secret, at) values (_recording, gate.me(), _secret, clock_timestamp())
    on conflict (recording) do nothing;
end $$;

-- The key of the recording that I entered I would listen to; none where none is kept.
create function gate.recording_key(_entry uuid) returns varchar
  language plpgsql stable security definer set search_path = "${flyway:defaultSchema}", pg_temp
as $$
declare
  wanted uuid := gate.looked_at(_entry, 'LISTEN_TO_OWN_RECORDING', 'LISTEN_TO_ANY_RECORDING', 'EXPORT_RECORDING');
begin
  if not gate.may('LISTEN_TO_ANY_RECORDING') and not exists (select from recording_key k
      where k.recording = wanted and k.agent = gate.me()) then
    raise exception 'it is another''s recording' using errcode = '42501';
  end if;
  return (select k.secret from recording_key k where k.recording = wanted);
end $$;

-- Articles ------------------------------------------------------------------------------------------------------------

-- Who wrote an article last does not publish it.
create function gate.four_eyes() returns trigger
  language plpgsql security definer set search_path = "${flyway:defaultSchema}", pg_temp
as $$
declare
  other_words boolean := (new.title, new.questions, new.category, new.tags, new.audience, new.valid_from,
    new.valid_until, new.body, new.sms, new.attachments) is distinct from (old.title, old.questions, old.category,
    old.tags, old.audience, old.valid_from, old.valid_until, old.body, old.sms, old.attachments);
begin
  if gate.me() is null or gate.holds('service') then
    return new;
  end if;
  if (new.id, new.slug, new.language, new.author) is distinct from (old.id, old.slug, old.language, old.author)
      or old.open_for is null
      or new.writer <> old.writer and new.writer <> gate.me()
      or other_words and (new.writer <> gate.me() or new.state <> 'DRAFT' or old.state <> 'DRAFT')
      or new.state = 'PUBLISHED' and (old.state <> 'IN_REVIEW' or old.writer = gate.me() or new.writer <> old.writer)
      then
    raise exception 'an article is published by who did not write it' using errcode = '42501';
  end if;
  return new;
end $$;
do $$ begin
  if to_regclass('"${flyway:defaultSchema}".article_manuscript') is not null then
    create or replace trigger four_eyes before update on "${flyway:defaultSchema}".article_manuscript
      for each row execute function gate.four_eyes();
  end if;
end $$;

-- A file of an article is called by one word and an ending, so that its name leads nowhere on the desks that open it.
create function gate.bare_names() returns trigger
  language plpgsql security definer set search_path = "${flyway:defaultSchema}", pg_temp
as $$
begin
  if gate.me() is null or gate.holds('service') or tg_op = 'UPDATE' and new.attachments = old.attachments then
    return new;
  end if;
  if exists (select from regexp_split_to_table(new.attachments, '\n') line where new.attachments <> '' and line !~
      '^[0-9a-f]{64}\t[A-Z]{3,4}\t\d{1,9}\t\d{1,9}\t\d{1,9}\t[^\t\s/\\:.]+\.[a-z]{3,4}\t[^\t]*$') then
    raise exception 'a file of an article has a name that leads elsewhere' using errcode = '42501';
  end if;
  return new;
end $$;
do $$ begin
  if to_regclass('"${flyway:defaultSchema}".article_manuscript') is not null then
    create or replace trigger bare_names before insert or update on "${flyway:defaultSchema}".article_manuscript
      for each row execute function gate.bare_names();
  end if;
end $$;

-- A draft is of whoever puts it in, whatever they say.
create function gate.author() returns trigger
  language plpgsql security definer set search_path = "${flyway:defaultSchema}", pg_temp
as $$
begin
  if gate.me() is not null and not gate.holds('service') then
    new.author := gate.me();
  end if;
  return new;
end $$;
do $$ begin
  if to_regclass('"${flyway:defaultSchema}".article_draft') is not null then
    create or replace trigger author before insert on "${flyway:defaultSchema}".article_draft
      for each row execute function gate.author();
  end if;
end $$;

-- A version that was wrong comes back by nobody's hand: its words are written and read anew.
create function gate.recalled() returns trigger
  language plpgsql security definer set search_path = "${flyway:defaultSchema}", pg_temp
as $$
begin
  if gate.me() is not null and not gate.holds('service') and new.state = 'PUBLISHED' and exists (select
      from article_recall r where r.slug = new.id and r.language = new.language and r.version = new.version) then
    raise exception 'this version was recalled' using errcode = '42501';
  end if;
  return new;
end $$;
create or replace trigger recalled before insert or update on "${flyway:defaultSchema}".article
  for each row execute function gate.recalled();

-- What a person adds to what is in use is word by word what another wrote, or what another filed as the draft of a case
-- and nobody published before: it waits still, or this very transaction decides it.
create function gate.read_by_another() returns trigger
  language plpgsql security definer set search_path = "${flyway:defaultSchema}", pg_temp
as $$
begin
  if gate.me() is null or gate.holds('service') then
    return new;
  end if;
  if not exists (select from article_manuscript m where m.slug = new.id and m.language = new.language
        and m.state = 'IN_REVIEW' and m.writer <> gate.me() and m.title = new.title and m.questions = new.questions
        and m.body = new.body and m.sms is not distinct from new.sms and m.audience = new.audience
        and m.category = new.category and m.tags = new.tags and m.valid_from is not distinct from new.valid_from
        and m.valid_until is not distinct from new.valid_until and m.attachments = new.attachments)
      and not (not exists (select from article_version v where v.id = new.id and v.language = new.language)
        and exists (select from article_draft d where d.slug = new.id
        and d.language = new.language and d.author is distinct from gate.me() and d.title = new.title and d.body = new.body
        and d.questions = new.questions and d.category = new.category and d.tags = new.tags
        and d.audience = new.audience and new.sms is null and new.attachments = '' and new.valid_from is null and new.valid_until is null
        and (d.state = 'WAITING' or d.state = 'PUBLISHED' and d.xmin = pg_current_xact_id()::xid))) then
    raise exception 'an article is published by who did not write it' using errcode = '42501';
  end if;
  return new;
end $$;
create or replace trigger read_by_another before insert on "${flyway:defaultSchema}".article_version
  for each row execute function gate.read_by_another();

-- Figures ----------------------------------------------------------------------------------------------------------

-- What reports count, of one's own work; leads read the views themselves.
do $$
declare
  named text;
begin
  foreach named in array array['report_contact', 'report_first_contact', 'report_complaint', 'report_lift',
      'report_promise', 'report_cost'] loop
    continue when to_regclass(format('%I.%I', '${flyway:defaultSchema}', named)) is null;
    execute format('create view gate.my_%s with (security_barrier) as select * from %I.%I where agent = gate.me()',
      named, '${flyway:defaultSchema}', named);
    execute format('revoke all on %I.%I from public', '${flyway:defaultSchema}', named);
    execute format('grant select on gate.my_%s to %I, %I, %I', named, current_database() || ':agent',
      current_database() || ':expert', current_database() || ':lead');
    execute format('grant select on %I.%I to %I', '${flyway:defaultSchema}', named, current_database() || ':lead');
  end loop;
end $$;

-- Compensation -------------------------------------------------------------------------------------------------------

-- The kinds of failures that systems see, as amends.recovery.Evidence has them; a test compares the two.
create table gate.seen_kind (kind text);
insert into gate.seen_kind values ('long-wait'), ('gave-up'), ('dropped'), ('badly-heard'), ('called-again'),
  ('callback-late'), ('third-transfer'), ('promise-broken'), ('complaint-overdue'), ('answer-corrected');

-- How much I may grant by myself, by the policy in force.
create function gate.my_authority(_policy varchar) returns bigint
  language sql stable security definer set search_path = "${flyway:defaultSchema}", pg_temp
as $$ select coalesce(max(a.amount), 0) from compensation_authority a
        where a.policy = _policy and gate.holds(lower(a.role)) $$;

-- Takes from a pot of the period what a grant costs; a pot is made by what the policy says, never by who asks.
create function gate.take(_period varchar, _scope varchar, _amount bigint, _much bigint) returns boolean
  language plpgsql security definer set search_path = "${flyway:defaultSchema}", pg_temp
as $$
begin
  insert into compensation_pot (period, scope, amount, spent) values (_period, _scope, _amount, 0)
    on conflict (period, scope) do nothing;
  update compensation_pot p set amount = greatest(_amount, p.spent) where p.period = _period and p.scope = _scope;
  update compensation_pot p set spent = p.spent + _much
    where p.period = _period and p.scope = _scope and p.spent + _much <= p.amount;
  return found;
end $$;

-- Pays for a grant out of every pot it concerns; what was taken is undone by the error.
create function gate.pay_compensation(_grant compensation_grant) returns void
  language plpgsql security definer set search_path = "${flyway:defaultSchema}", pg_temp
as $$
declare
  p compensation_policy%rowtype;
  e compensation_entitlement%rowtype;
  period varchar;
begin
  select * into p from compensation_policy order by installed desc, name desc limit 1;
  select * into e from compensation_entitlement x where x.policy = p.name and x.kind = _grant.kind
    and x.severity = _grant.severity and x.tier = _grant.tier and x.option_key = _grant.option_key;
  period := case p.budget_period
    when 'WEEK' then to_char(now() at time zone p.time_zone, 'IYYY"-W"IW')
    when 'QUARTER' then to_char(now() at time zone p.time_zone, 'YYYY"-Q"Q')
    when 'YEAR' then to_char(now() at time zone p.time_zone, 'YYYY')
    else to_char(now() at time zone p.time_zone, 'YYYY-MM') end;
  if not gate.take(period, 'all', p.budget, _grant.cost)
      or e.row_budget is not null and not gate.take(period, 'row:' || e.row_key, e.row_budget, _grant.cost) then
    raise exception 'the budget of this period does not reach' using errcode = 'AM004';
  end if;
  if e.stock is not null and not gate.take(period, 'stock:' || e.option_key, e.stock, 1) then
    raise exception 'none is left in this period' using errcode = 'AM005';
  end if;
end $$;

-- Whether an option can be given at this hour, as amends.compensation.Feasibility has it.
create function gate.is_open(_days varchar, _opens varchar, _closes varchar, _zone varchar) returns boolean
  language sql stable set search_path = pg_catalog, pg_temp
as $$
  select case when _days is null then true
    when _opens = _closes then today
    when _opens < _closes then today and hour >= _opens and hour < _closes
    else today and hour >= _opens or yesterday and hour < _closes end
  from (select to_char(there, 'HH24:MI:SS') as hour,
      strpos(_days, extract(isodow from there)::int::text) > 0 as today,
      strpos(_days, extract(isodow from there - interval '1 day')::int::text) > 0 as yesterday
    from (select now() at time zone _zone as there) clock) t $$;

-- Puts an act upon a request into the trail.
create function gate.enter_compensation(_grant compensation_grant, _act varchar, _what varchar) returns void
  language sql security definer set search_path = "${flyway:defaultSchema}", pg_temp
as $$ select gate.enter(gen_random_uuid(), _act, _grant.id, _what || ' ' || _grant.option_key || ' '
        || round(_grant.amount / 10::numeric ^ p.decimals, p.decimals) || ' ' || _grant.currency)
      from compensation_policy p where p.name = _grant.policy $$;

-- Settles what a grant paid for, whoever gave the last yes and whether or not they looked at the customer.
create function gate.settle_paid(_grant compensation_grant) returns void
  language sql security definer set search_path = "${flyway:defaultSchema}", pg_temp
as $$ update failure f set state = 'SETTLED', means = 'PUT_RIGHT', settled_by = gate.me(), settled_at = clock_timestamp(),
        contact = _grant.contact, words = 'compensation: ' || _grant.option_key
      from compensation_payment y where y.grant_id = _grant.id and f.id = y.failure and f.state = 'OPEN' $$;

-- What somebody states without evidence counts once in a contact of theirs; where there is none, once for a customer on
-- one day. As amends.compensation.StatedOnce has it.
create function gate.stated_once(_kind varchar, _customer uuid, _contact uuid, _zone varchar) returns uuid
  language sql stable security definer set search_path = "${flyway:defaultSchema}", pg_temp
as $$ select encode(substring(sha256(convert_to('stated:' || coalesce(
          (select c.id::text from contact c where c.id = _contact and c.agent = gate.me()
             and (c.customer = _customer or c.customer is null)),
          _customer || ':' || to_char(now() at time zone _zone, 'YYYY-MM-DD')) || ':' || _kind, 'UTF8'))
        from 1 for 16), 'hex')::uuid $$;

-- Gives, or asks for what is beyond my authority. What may be given is looked up in the policy: kind and severity of a
-- failure are the failure's own, and each is there, open and this customer's. What no system saw is stated.
create function gate.ask_compensation(_id uuid, _failures uuid[], _kind varchar, _severity varchar, _customer uuid,
    _contact uuid, _tier varchar, _option varchar, _words varchar, _stated varchar) returns varchar
  language plpgsql security definer set search_path = "${flyway:defaultSchema}", pg_temp
as $$
declare
  p compensation_policy%rowtype;
  e compensation_entitlement%rowtype;
  g compensation_grant%rowtype;
  needed integer;
  paid uuid[];
begin
  if not gate.may('GRANT_COMPENSATION') then
    raise exception 'not for % to give', session_user using errcode = '42501';
  end if;
  select * into g from compensation_grant x where x.id = _id;
  if found then
    if g.asker <> gate.me() then
      raise exception 'it is another''s request' using errcode = '42501';
    end if;
    return g.state;
  end if;
  if _customer is not null and _customer not in (select gate.seen_lately()) then
    raise exception 'something is given by who looked at the customer' using errcode = '42501';
  end if;
  if exists (select from unnest(_failures) u where u not in (select f.id from failure f where f.id = any (_failures)
        and f.state = 'OPEN' and (f.customer = _customer
          or f.customer is null and (f.number in (select gate.my_numbers()) or gate.is_looked_at(f.number)
            or f.call_id in (select c.call_id from contact c where c.agent = gate.me()
              and c.began > now() - interval '1 day'))))) then
    raise exception 'there is no such failure' using errcode = 'AM006';
  end if;
  select * into p from compensation_policy order by installed desc, name desc limit 1;
  paid := coalesce(_failures, '{}');
  if _stated is not null then
    paid := paid || gate.stated_once(_stated, _customer, _contact, p.time_zone);
  end if;
  if cardinality(paid) = 0 or array_position(paid, null) is not null
      or exists (select from gate.seen_kind k where k.kind = _stated)
      or _kind is distinct from _stated and not exists (select from failure f where f.id = any (_failures)
        and lower(replace(f.kind, '_', '-')) = _kind and f.severity = _severity) then
    raise exception 'the policy does not give this' using errcode = 'AM007';
  end if;
  if exists (select from compensation_payment y where y.failure = any (paid)) then
    raise exception 'it is paid for already' using errcode = 'AM009';
  end if;
  select * into e from compensation_entitlement x where x.policy = p.name and x.kind = _kind
    and x.severity = _severity and x.option_key = _option
    and x.tier = coalesce((select c.tier from customer c where c.id = _customer), 'REGULAR');
  if e.policy is null then
    raise exception 'the policy does not give this' using errcode = 'AM007';
  end if;
  if not gate.is_open(e.open_days, e.opens, e.closes, p.time_zone) then
    raise exception 'it cannot be given at this hour' using errcode = 'AM010';
  end if;
  needed := case when e.amount > p.alone_up_to then 2 when e.amount > gate.my_authority(p.name) then 1 else 0 end;
  insert into compensation_grant (id, customer, contact, kind, severity, tier, policy, row_key, option_key, form, amount,
      cost, currency, asker, asked, words, needed, expires, state, decided, reason)
    values (_id, _customer, _contact, _kind, _severity, e.tier, p.name, e.row_key, e.option_key, e.form, e.amount,
      e.cost, p.currency, gate.me(), clock_timestamp(), left(coalesce(_words, ''), 300), needed,
      clock_timestamp() + make_interval(hours => p.pending_hours), case needed when 0 then 'GRANTED' else 'PENDING' end,
      case needed when 0 then clock_timestamp() end, '')
    returning * into g;
  insert into compensation_payment (failure, grant_id) select distinct u, _id from unnest(paid) u order by u;
  perform gate.enter_compensation(g, 'GRANT_COMPENSATION', 'asked');
  if needed = 0 then
    perform gate.pay_compensation(g);
    perform gate.settle_paid(g);
  end if;
  return g.state;
end $$;

-- A step of a request: APPROVE and REFUSE by another than who asked, WITHDRAW by who did. Answers how it stands then.
create function gate.step_compensation(_id uuid, _step varchar, _reason varchar) returns varchar
  language plpgsql security definer set search_path = "${flyway:defaultSchema}", pg_temp
as $$
declare
  g compensation_grant%rowtype;
begin
  select * into g from compensation_grant x where x.id = _id for update;
  if g.id is null or g.state not in ('PENDING', 'SECONDED') or g.expires <= now() then
    raise exception 'it is decided already' using errcode = 'AM008';
  end if;
  if _step = 'WITHDRAW' and g.asker = gate.me() then
    g.state := 'WITHDRAWN';
  elsif not gate.may('APPROVE_COMPENSATION') then
    raise exception 'not for % to decide', session_user using errcode = '42501';
  elsif g.asker = gate.me() then
    raise exception 'it is the member''s own request' using errcode = '42501';
  elsif _step = 'REFUSE' and trim(coalesce(_reason, '')) <> '' then
    g.state := 'REFUSED';
    g.reason := left(_reason, 300);
  elsif _step = 'APPROVE' then
    if exists (select from compensation_approval a where a.grant_id = _id and a.approver = gate.me()) then
      raise exception '% approved it already', session_user using errcode = '42501';
    end if;
    if g.needed = 1 and g.amount > gate.my_authority(
        (select name from compensation_policy order by installed desc, name desc limit 1)) then
      raise exception 'it is beyond the authority of %', session_user using errcode = '42501';
    end if;
    insert into compensation_approval (grant_id, approver, at) values (_id, gate.me(), clock_timestamp());
    g.state := case when (select count(*) from compensation_approval a where a.grant_id = _id) >= g.needed
      then 'GRANTED' else 'SECONDED' end;
  else
    raise exception 'no such step' using errcode = '42501';
  end if;
  update compensation_grant x set state = g.state, reason = g.reason,
    decided = case when g.state <> 'SECONDED' then clock_timestamp() end where x.id = _id;
  perform gate.enter_compensation(g, case _step when 'WITHDRAW' then 'GRANT_COMPENSATION' else 'APPROVE_COMPENSATION' end,
    case _step when 'WITHDRAW' then 'withdrew' when 'REFUSE' then 'refused' else 'approved' end);
  if g.state = 'GRANTED' then
    perform gate.pay_compensation(g);
    perform gate.settle_paid(g);
  elsif g.state <> 'SECONDED' then
    delete from compensation_payment y where y.grant_id = _id;
  end if;
  return g.state;
end $$;

-- What became of what was given, nameless: the recommender learns of it. It tells the week alone, and whether a case
-- comes hangs on the week alone: by the moment it could be found whose case it was.
create function gate.past_compensation(_since timestamptz)
  returns table (kind varchar, severity varchar, option_key varchar, was integer, became integer,
    decided timestamptz)
  language sql stable security definer set search_path = "${flyway:defaultSchema}", pg_temp
as $$ select * from (select g.kind, g.severity, g.option_key,
        (select c.score from contact c where c.customer = g.customer and c.score is not null
           and c.began < g.asked and (g.contact is null or c.id <> g.contact) order by c.began desc limit 1),
        coalesce((select c.score from contact c where c.id = g.contact),
          (select c.score from contact c where c.customer = g.customer and c.score is not null
           and c.began >= g.decided order by c.began limit 1)),
        date_trunc('week', g.decided at time zone 'UTC') at time zone 'UTC' as week
      from compensation_grant g where g.state = 'GRANTED' and gate.me() is not null) past
    where week >= _since order by 1, 2, 3, 4, 5, 6 $$;

-- Adding what is there already adds nothing, though whoever adds may not see what is there.
create function gate.once() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  there boolean;
begin
  execute format('select exists (select from %I.%I where id = $1)', tg_table_schema, tg_table_name)
    into there using new.id;
  return case when there then null else new end;
end $$;

-- A desk closes what a colleague's dead desk on the same machine left: that, and no other change in their name.
create function gate.close_left_recording() returns trigger
  language plpgsql security definer set search_path = "${flyway:defaultSchema}", pg_temp
as $$
begin
  if gate.me() is null or new.agent = gate.me() or pg_trigger_depth() > 1 then
    return new;
  end if;
  if new.state not in ('SEALED', 'INTERRUPTED') or not gate.holds('agent') and not gate.holds('expert')
      and not gate.holds('lead') then
    raise exception 'a recording is entered by who made it' using errcode = '42501';
  end if;
  perform gate.enter(gen_random_uuid(), 'WRITE_CONTACT', new.id, 'closed the recording that a dead desk left');
  update recording r set ended = new.ended, length = new.length, announced = new.announced, state = new.state
    where r.id = new.id and r.agent = new.agent and r.file = new.file and r.state = 'RUNNING';
  if not found and not exists (select from recording r where r.id = new.id) then
    insert into recording (id, call_id, agent, file, began, ended, length, announced, state)
      values (new.id, new.call_id, new.agent, new.file, new.began, new.ended, new.length, new.announced, new.state);
  end if;
  return null;
end $$;

-- The table of rights ------------------------------------------------------------------------------------------------

-- Every table of the database stands here: who may do what, to which rows. What does not stand here is refused; that
-- every table does is a test's concern. "person": all but the service. "rows": those that are there for whom it is
-- said, THEN as they must be afterwards. ME stands for who signed in, ANYBODY for: whoever did.
create table gate.rights (thing text, who text, acts text, rows text);
insert into gate.rights values
  -- which version the tables are at; no policy, which would lock what a migration holds
  ('flyway_schema_history', 'person service', 'select', null),

  -- people; passwords and failed sign-ins are the owner's alone
  ('staff_member', 'person service', 'select (id, login, name, extension, roles)', 'true'),
  ('sign_in_attempt', 'nobody', '', ''),
  ('audit', 'lead', 'select (id, at, who, act, whom, why)', 'ANYBODY'),
  -- what the services do to whole persons is entered in the name of who asked them to
  ('audit', 'service', 'select (id)', 'true'),
  ('audit', 'service', 'insert', 'act in (''MERGE_CUSTOMERS'', ''SHOW_PERSON'', ''ERASE_PERSON'','
    ' ''IMPORT_CUSTOMERS'', ''EXPORT_CUSTOMERS'') and who in (select r.who from customer_request r'
    ' where r.state in (''ASKED'', ''RUNNING''))'),
  -- read by gate.nobody and by the owner
  ('house_secret', 'nobody', '', ''),

  -- customers go through gate.look_up, gate.profile, gate.save_customer
  ('customer', 'service', 'select, insert, update', 'true'),
  ('customer_number', 'agent expert lead', 'select', 'customer in (select gate.seen_lately())'),
  ('customer_number', 'service', 'select, insert, update, delete', 'true'),

  -- whole persons: merged, erased and taken in by the services, as leads and experts asked
  ('customer_outside_id', 'agent expert lead', 'select', 'customer in (select gate.seen_lately())'),
  ('customer_outside_id', 'service', 'select, insert, update, delete', 'true'),
  ('customer_merge', 'expert lead', 'select', 'ANYBODY'),
  ('customer_merge', 'service', 'select, insert, update', 'true'),
  ('customer_merge_row', 'service', 'select, insert, update, delete', 'true'),
  ('customer_duplicate', 'expert lead', 'select', 'ANYBODY'),
  ('customer_duplicate', 'service', 'select, insert, update, delete', 'true'),
  ('customer_import', 'lead', 'select', 'ANYBODY'),
  ('customer_import', 'service', 'select, insert, update', 'true'),
  ('customer_import_chunk', 'service', 'select, insert, delete', 'true'),
  ('customer_letter', 'agent expert lead', 'select', 'customer in (select gate.seen_lately())'),
  ('customer_letter', 'agent expert lead', 'insert', 'who = ME and customer in (select gate.seen_lately())'),
  ('customer_letter', 'agent expert lead', 'update (complaint)',
    'who = ME and customer in (select gate.seen_lately())'),
  ('customer_letter', 'service', 'select, insert, update', 'true'),
  ('customer_outside_fact', 'agent expert lead', 'select, insert, delete', 'customer in (select gate.seen_lately())'),
  ('customer_outside_fact', 'service', 'select, insert, update, delete', 'true'),
  ('customer_correction', 'agent expert lead', 'select', 'customer in (select gate.seen_lately())'),
  ('customer_correction', 'agent expert lead', 'insert', 'who = ME and customer in (select gate.seen_lately())'),
  ('customer_correction', 'service', 'select, insert, update, delete', 'true'),
  -- a person is shown and erased by who looked at them, so that the limit of looks holds here too; tables are a lead's
  ('customer_request', 'expert lead', 'select', 'who = ME'),
  ('customer_request', 'expert lead', 'insert', 'who = ME and state = ''ASKED'''
    ' and (kind not in (''SHOW'', ''ERASE'') or customer in (select gate.seen_lately()))'
    ' and gate.may(case kind when ''SHOW'' then ''SHOW_PERSON'' when ''ERASE'' then ''ERASE_PERSON'''
    ' when ''EXPORT'' then ''EXPORT_CUSTOMERS'' when ''CHECK'' then ''IMPORT_CUSTOMERS'''
    ' when ''TAKE'' then ''IMPORT_CUSTOMERS'' when ''MERGE'' then ''MERGE_CUSTOMERS'''
    ' when ''SEPARATE'' then ''MERGE_CUSTOMERS'' when ''PAIRS'' then ''MERGE_CUSTOMERS'''
    ' when ''DISMISS'' then ''MERGE_CUSTOMERS'' when ''SEARCH'' then ''MERGE_CUSTOMERS'' end)'),
  ('customer_request', 'expert lead', 'update (state)',
    'who = ME and state in (''ASKED'', ''RUNNING'') THEN who = ME and state = ''WITHDRAWN'''),
  ('customer_request', 'service', 'select, update', 'true'),
  ('customer_request_part', 'expert lead', 'select', 'request in (select r.id from customer_request r)'),
  ('customer_request_part', 'expert lead', 'insert', 'not outward and request in'
    ' (select r.id from customer_request r where r.state = ''ASKED'')'),
  ('customer_request_part', 'service', 'select, insert, delete', 'true'),

  -- what more is known of a customer, and what they agreed to: of whom one looked at
  ('customer_portrait', 'agent expert lead', 'select, insert, update', 'customer in (select gate.seen_lately())'),
  ('customer_portrait', 'service', 'select, insert, update, delete', 'true'),
  ('customer_word', 'agent expert lead', 'select, insert, delete', 'customer in (select gate.seen_lately())'),
  ('customer_word', 'service', 'select, insert, update, delete', 'true'),
  ('customer_occasion', 'agent expert lead', 'select, insert, delete', 'customer in (select gate.seen_lately())'),
  ('customer_occasion', 'service', 'select, insert, update, delete', 'true'),
  ('customer_number_label', 'agent expert lead', 'select, insert, delete', 'customer in (select gate.seen_lately())'),
  ('customer_number_label', 'service', 'select, insert, update, delete', 'true'),
  ('customer_need', 'agent expert lead', 'select', 'customer in (select gate.seen_lately())'),
  ('customer_need', 'agent expert lead', 'insert', 'who = ME and customer in (select gate.seen_lately())'),
  ('customer_need', 'agent expert lead', 'delete', 'who = ME'),
  ('customer_need', 'service', 'select, insert, update, delete', 'true'),
  ('customer_tag', 'agent expert lead', 'select, insert, update, delete', 'customer in (select gate.seen_lately())'),
  ('customer_tag', 'service', 'select, insert, update, delete', 'true'),
  ('customer_consent', 'agent expert lead', 'select, update (withdrawn, withdrawal)',
    'customer in (select gate.seen_lately())'),
  ('customer_consent', 'agent expert lead', 'insert', 'recorded_by = ME and customer in (select gate.seen_lately())'),
  ('customer_consent', 'service', 'select, insert, update, delete', 'true'),

  -- one's own of this week, and those of whom one deals with
  ('contact', 'agent expert lead', 'select',
    'agent = ME and (began > now() - interval ''7 days'' or state in (''OPEN'', ''WRAP_UP''))'),
  ('contact', 'agent expert lead', 'select', 'customer in (select gate.seen_lately())'),
  ('contact', 'agent expert lead', 'select', 'customer is null and number in (select gate.my_numbers())'),
  ('contact', 'expert inspector lead', 'select', 'ANYBODY'),
  ('contact', 'agent expert lead', 'insert, update', 'agent = ME'),
  ('contact', 'service', 'select, insert, update', 'true'),

  -- facts without sound; the keys go through gate.keep_recording_key and gate.recording_key
  ('recording', 'agent expert lead', 'select, insert, update', 'agent = ME'),
  ('recording', 'inspector lead', 'select', 'ANYBODY'),
  ('recording', 'service', 'select, insert, update, delete', 'true'),
  ('recording', 'agent expert lead', 'delete', 'agent = ME and id in (select d.subject from duty d'
    ' where d.kind = ''erase-recording'')'),
  ('recording_key', 'service', 'select (recording), delete', 'true'),
  ('recording_vault', 'person service', 'select', 'true'),

  -- hashes, ids and times: nothing personal
  ('recording_chain_link', 'agent expert lead', 'select, insert', 'ANYBODY'),
  ('recording_chain_link', 'inspector', 'select', 'ANYBODY'),
  ('recording_chain_link', 'service', 'select, insert', 'true'),
  ('recording_chain_head', 'agent expert lead', 'select, insert, update', 'ANYBODY'),
  ('recording_chain_head', 'inspector', 'select', 'ANYBODY'),
  ('recording_chain_head', 'service', 'select, insert, update', 'true'),
  ('duty', 'person', 'select', 'ANYBODY'),
  -- whom to erase is the services' to say
  ('duty', 'person', 'insert', 'kind <> ''erase-recording'' and ANYBODY'),
  -- what a desk carries out itself; the rest is the services'
  ('duty', 'agent expert lead', 'update', 'kind in (''anchor-recording-chain'', ''erase-recording'')'),
  ('duty', 'service', 'select, insert, update', 'true'),

  -- what we owe: of whom one deals with
  ('failure', 'agent expert lead', 'select', 'customer in (select gate.seen_lately())'),
  ('failure', 'agent expert lead', 'select', 'customer is null and (gate.is_looked_at(number)'
    ' or number in (select gate.my_numbers()) or number in (select n.number from customer_number n))'),
  ('failure', 'agent expert', 'select', 'id in (select gate.my_complaints_failures())'),
  ('failure', 'lead', 'select', 'ANYBODY'),
  ('failure', 'agent expert lead', 'insert', 'state = ''OPEN'' and settled_by is null and ANYBODY'),
  -- settled in one's own name, and written off by who may; a number's are taken over by who looks at its customer
  ('failure', 'agent expert', 'update (customer, state, means, settled_by, settled_at, contact, words)',
    'state = ''OPEN'' and (customer in (select gate.seen_lately()) or id in (select gate.my_complaints_failures())'
    ' or customer is null and (gate.is_looked_at(number) or number in (select gate.my_numbers())'
    ' or number in (select n.number from customer_number n))) THEN'
    ' (state = ''OPEN'' and settled_by is null or settled_by = ME and (state = ''SETTLED'''
    ' or state = ''WRITTEN_OFF'' and (select gate.may(''WRITE_OFF_FAILURE''))))'
    ' and (customer is null or customer in (select gate.seen_lately())'
    ' or id in (select gate.my_complaints_failures()))'),
  ('failure', 'lead', 'update (customer, state, means, settled_by, settled_at, contact, words)',
    'state = ''OPEN'' and ANYBODY THEN state = ''OPEN'' and settled_by is null'
    ' or settled_by = ME and state in (''SETTLED'', ''WRITTEN_OFF'')'),
  ('failure', 'service', 'select, insert, update', 'true'),

  -- complaints and callbacks: one's own, and of whom one deals with
  ('complaint', 'agent expert lead', 'select', 'owner = ME or id in (select gate.my_complaints())'
    ' or customer in (select gate.seen_lately())'),
  -- who complained, of what and when, nobody changes
  ('complaint', 'expert lead', 'select', 'ANYBODY'),
  ('complaint', 'expert lead', 'update (severity, owner, state, next_due, acknowledge_by, acknowledged, assess_by, '
    'assessed, investigate_by, investigated, news_by, respond_by, responded, '
    'close_by, closed, ask_by, asked, cause, business, unit, expectation, hard, '
    'answer, read_back, reopened, times_reopened, handovers, escalated, unseen, '
    'asking, held, timely, reasonable, fair, changes)',
    'ANYBODY'),
  ('complaint', 'agent expert lead', 'insert', 'ANYBODY'),
  ('complaint', 'agent', 'update (severity, owner, state, next_due, acknowledge_by, acknowledged, assess_by, '
    'assessed, investigate_by, investigated, news_by, respond_by, responded, '
    'close_by, closed, ask_by, asked, cause, business, unit, expectation, hard, '
    'answer, read_back, reopened, times_reopened, handovers, escalated, unseen, '
    'asking, held, timely, reasonable, fair, changes)',
    'owner = ME or id in (select gate.my_complaints()) THEN ANYBODY'),
  ('complaint', 'service', 'select, insert, update', 'true'),
  -- what was done about those that one sees; the history only grows
  ('complaint_event', 'agent expert lead', 'select', 'complaint in (select c.id from complaint c)'),
  ('complaint_event', 'agent expert lead', 'insert', 'who = ME'),
  ('complaint_event', 'service', 'select, insert, update (words)', 'true'),
  ('complaint_dispatch', 'agent expert lead', 'select', 'complaint in (select c.id from complaint c)'),
  ('complaint_dispatch', 'agent expert lead', 'insert', 'made_by = ME and complaint in (select c.id from complaint c)'),
  ('complaint_dispatch', 'agent expert lead', 'update', 'complaint in (select c.id from complaint c) THEN ANYBODY'),
  ('complaint_dispatch', 'service', 'select, insert, update', 'true'),
  ('complaint_failure', 'agent expert lead', 'select, insert', 'complaint in (select c.id from complaint c)'),
  ('complaint_failure', 'service', 'select, insert', 'true'),
  ('callback', 'agent expert lead', 'select', 'owner = ME or complaint in (select gate.my_complaints())'
    ' or customer in (select gate.seen_lately())'),
  ('callback', 'expert lead', 'select', 'ANYBODY'),
  -- a callback opens its complaint to whoever makes it: therefore only of those that one sees already
  ('callback', 'agent expert lead', 'insert', 'complaint in (select c.id from complaint c)'),
  ('callback', 'expert lead', 'update (owner, due, state, attempts, late, outcome, score_before, score_after, handovers,'
    ' handed_with, unseen)', 'ANYBODY'),
  ('callback', 'agent', 'update (owner, due, state, attempts, late, outcome, score_before, score_after, handovers,'
    ' handed_with, unseen)', 'owner = ME or complaint in (select gate.my_complaints()) THEN ANYBODY'),
  ('callback', 'service', 'select, insert, update', 'true'),
  ('callback_attempt', 'agent expert lead', 'select', 'callback in (select b.id from callback b)'),
  ('callback_attempt', 'agent expert lead', 'insert', 'agent = ME'),
  ('callback_attempt', 'service', 'select, insert', 'true'),

  -- promises: one's own, and of whom one deals with; how long such things take is everybody's
  ('promise', 'agent expert lead', 'select', 'id in (select gate.my_promises())'
    ' or customer in (select gate.seen_lately())'),
  ('promise', 'agent expert lead', 'select', 'customer is null and (number in (select gate.my_numbers())'
    ' or gate.is_looked_at(coalesce(number, code)))'),
  -- what was promised to a number is taken over by who looks at its customer, as failures are
  ('promise', 'agent expert lead', 'select', 'customer is null'
    ' and number in (select n.number from customer_number n)'),
  ('promise', 'agent expert', 'update (customer)',
    'customer is null and number in (select n.number from customer_number n)'
    ' THEN customer in (select gate.seen_lately())'),
  -- who keeps it and how it goes; what was promised and by when is nobody's to change
  ('promise', 'lead', 'select', 'ANYBODY'),
  ('promise', 'lead', 'update (customer, owner, team, state, reminded, ended, version)', 'ANYBODY'),
  ('promise', 'agent expert lead', 'insert', 'maker = ME and state = ''OPEN'''),
  ('promise', 'agent expert', 'update (owner, team, state, reminded, ended, version)',
    'id in (select gate.my_promises()) THEN ANYBODY'),
  ('promise', 'service', 'select, insert, update', 'true'),
  ('promise_event', 'agent expert lead', 'select', 'promise in (select p.id from promise p)'),
  ('promise_event', 'agent expert lead', 'insert', 'who = ME'),
  ('promise_event', 'service', 'select, insert', 'true'),
  -- an erased person's words go
  ('promise_event', 'lead', 'update (words)', 'ANYBODY THEN words = '''''),
  ('promise_event', 'service', 'update (words)', 'true'),
  ('promise_course', 'agent expert lead', 'select, insert', 'ANYBODY'),
  ('promise_course', 'agent expert', 'update (team, ended, kept)', 'promise in (select gate.my_promises()) THEN ANYBODY'),
  ('promise_course', 'lead', 'update (team, ended, kept)', 'ANYBODY'),
  ('promise_course', 'service', 'select, insert, update', 'true'),

  -- short messages: a desk puts them out and sees how far they came, without number and words
  ('sms', 'agent expert lead', 'select (id, purpose, state, unsure, attempts, message_id, reason, changed)', 'ANYBODY'),
  ('sms', 'agent expert lead', 'insert', 'state = ''DUE'' and ANYBODY'),
  ('sms', 'service', 'select, insert, update', 'true'),
  ('sms_receipt', 'service', 'select, insert, update', 'true'),
  ('sms_arrival', 'service', 'select, insert, update, delete', 'true'),
  ('sms_incoming', 'service', 'select, insert, update, delete', 'true'),

  -- who is asked is the system's choice, made where the contact closes; answers come in by the services
  ('survey', 'agent expert lead', 'select', 'agent = ME or number in (select gate.my_numbers())'
    ' or customer in (select gate.seen_lately())'),
  ('survey', 'lead', 'select', 'ANYBODY'),
  ('survey', 'agent expert lead', 'insert', 'agent = ME'),
  ('survey', 'service', 'select, insert, update', 'true'),
  ('survey_answer', 'service', 'select, insert, update (text)', 'true'),
  ('survey_refusal', 'agent expert lead', 'select', 'number in (select gate.my_numbers())'),
  ('survey_refusal', 'service', 'select, insert, delete', 'true'),

  -- how a customer was seen to behave: of whom one deals with; one's own marks can be taken back
  ('personality_mark', 'agent expert lead', 'select', 'customer in (select gate.seen_lately())'),
  ('personality_mark', 'agent expert lead', 'insert, delete',
    'observer = ME and customer in (select gate.seen_lately())'),
  ('personality_mark', 'service', 'select, insert, update, delete', 'true'),
  ('personality_objection', 'agent expert lead', 'select', 'customer in (select gate.seen_lately())'),
  ('personality_objection', 'agent expert lead', 'insert', 'who = ME and customer in (select gate.seen_lately())'),
  ('personality_objection', 'service', 'select, insert, update, delete', 'true'),
  -- figures about all customers; the habits of those only who saw a customer whom one deals with
  ('personality_learning', 'agent expert lead', 'select', 'ANYBODY'),
  ('personality_learning', 'service', 'select, insert, delete', 'true'),
  ('personality_share', 'agent expert lead', 'select', 'ANYBODY'),
  ('personality_share', 'service', 'select, insert, delete', 'true'),
  ('personality_habit', 'agent expert lead', 'select', 'observer in (select m.observer from personality_mark m)'),
  ('personality_habit', 'service', 'select, insert, delete', 'true'),
  -- estimated in the night, for reports alone: people read it by their views, counted
  ('personality_type', 'service', 'select, insert, update, delete', 'true'),
  -- who is called before they complain: the list, and what one has taken; who is likely to leave: of whom one deals with
  ('care_draw', 'agent expert lead', 'select', 'ANYBODY'),
  ('care_draw', 'service', 'select, insert', 'true'),
  ('care_lot', 'lead', 'select', 'ANYBODY'),
  ('care_lot', 'service', 'select, insert, update, delete', 'true'),
  ('care_call', 'agent expert lead', 'select', 'state in (''WAITING'', ''TAKEN'') or taken_by = ME'),
  ('care_call', 'agent expert lead', 'update (state, taken_by, taken_until, tries, not_before, outcome, words, changed)',
    'state in (''WAITING'', ''TAKEN'') THEN taken_by = ME or taken_by is null'),
  ('care_call', 'service', 'select, insert, update, delete', 'true'),
  ('leaving', 'agent expert lead', 'select', 'customer in (select gate.seen_lately())'),
  ('leaving', 'expert lead', 'select', 'ANYBODY'),
  ('leaving', 'service', 'select, insert, update, delete', 'true'),

  -- contingency plans: read by everybody, switched by leads; a desk keeps its own calls
  ('plan', 'agent expert lead', 'select', 'ANYBODY'),
  ('plan', 'lead', 'insert, update', 'ANYBODY THEN changed_by = ME'),
  ('plan', 'service', 'select, update', 'true'),
  ('plan_run', 'agent expert lead', 'select', 'ANYBODY'),
  ('plan_run', 'lead', 'insert, update', 'ANYBODY THEN on_by = ME or off_by = ME'),
  ('plan_run', 'service', 'select', 'true'),
  ('plan_call', 'agent expert lead', 'select, insert, update', 'agent = ME'),
  ('plan_call', 'lead', 'select', 'ANYBODY'),
  ('plan_call', 'service', 'select, insert, update, delete', 'true'),
  -- how many, not to whom
  ('plan_notice', 'agent expert', 'select (id, run, told)', 'ANYBODY'),
  ('plan_notice', 'lead', 'select', 'ANYBODY'),
  ('plan_notice', 'service', 'select, insert, update, delete', 'true'),

  -- a lead's way into a live call: written by leads in their own name, used up by the agent's desk
  ('visit_grant', 'lead', 'select', 'ANYBODY'),
  ('visit_grant', 'lead', 'insert', 'lead = ME and agent <> ME and used is null and ended is null'
    ' and until < now() + interval ''1 minute'''),
  ('visit_grant', 'lead', 'update (ended, outcome)', 'lead = ME'),
  ('visit_grant', 'agent expert lead', 'select', 'agent = ME'),
  ('visit_grant', 'agent expert lead', 'update (used, ended, outcome)', 'agent = ME'),
  ('visit_grant', 'service', 'select, delete', 'true'),

  -- compensation: people ask and approve by way of gate.ask_compensation and gate.step_compensation, which look into
  -- what the policy allows; nobody writes ledger or budget by themselves
  ('compensation_policy', 'person service', 'select', 'true'),
  ('compensation_policy', 'service', 'insert, update', 'true'),
  ('compensation_authority', 'person service', 'select', 'true'),
  ('compensation_authority', 'service', 'insert', 'true'),
  ('compensation_entitlement', 'person service', 'select', 'true'),
  ('compensation_entitlement', 'service', 'insert', 'true'),
  ('compensation_pot', 'person', 'select', 'ANYBODY'),
  ('compensation_pot', 'service', 'select, insert, update', 'true'),
  ('compensation_grant', 'agent expert lead', 'select', 'asker = ME or customer in (select gate.seen_lately())'),
  ('compensation_grant', 'expert inspector lead', 'select', 'ANYBODY'),
  ('compensation_grant', 'service', 'select, insert, update', 'true'),
  ('compensation_payment', 'agent expert lead', 'select', 'ANYBODY'),
  ('compensation_payment', 'service', 'select, insert, delete', 'true'),
  ('compensation_approval', 'person', 'select', 'ANYBODY'),
  ('compensation_approval', 'service', 'select, insert, delete', 'true'),
  ('compensation_draw', 'inspector lead', 'select', 'ANYBODY'),
  ('compensation_draw', 'inspector lead', 'insert', 'drawn_by = ME'),
  ('compensation_finding', 'inspector lead', 'select', 'ANYBODY'),
  ('compensation_finding', 'inspector lead', 'insert', 'finding is null and ANYBODY'),
  ('compensation_finding', 'inspector lead', 'update (finding, words, auditor, at)', 'ANYBODY THEN auditor = ME'),

  -- articles are everybody's to read; they are written by import, which is the owner's
  ('article', 'person service', 'select', 'true'),
  ('article_version', 'person service', 'select', 'true'),
  ('article_change', 'person service', 'select', 'true'),
  ('article_change', 'person service', 'update (identity)', 'identity is null THEN true'),
  ('article_used', 'person', 'select', 'ANYBODY'),
  -- a draft is anybody's who handles recoveries; to publish or decline it is not
  ('article_draft', 'agent expert lead', 'select', 'ANYBODY'),
  ('article_draft', 'agent expert lead', 'insert', 'state = ''WAITING'' and decided_by is null and ANYBODY'),
  ('article_draft', 'expert lead', 'update (state, decided_by, decided, reason)', 'state = ''WAITING'' and ANYBODY THEN decided_by = ME'),
  ('article_draft', 'service', 'select, insert, update', 'true'),
  ('article', 'expert lead', 'insert, update', 'ANYBODY'),
  ('article_version', 'expert lead', 'insert', 'ANYBODY'),
  ('article_change', 'expert lead', 'update', 'ANYBODY'),
  ('article_used', 'agent expert lead', 'insert, update, delete', 'agent = ME'),
  ('article_used', 'service', 'select', 'true'),
  -- what agents confirmed becomes phrasings by the service alone
  ('article_confirmed', 'agent expert lead', 'insert', 'agent = ME and outcome = ''OPEN'' and not disputed'),
  ('article_confirmed', 'agent expert lead', 'select (contact, article, language, words, at, outcome, disputed), delete',
    'agent = ME'),
  -- words that the articles lack are mined from them: by whom each was said is no author's concern
  ('article_confirmed', 'expert lead', 'select (contact, article, language, words, at, outcome, disputed)', 'ANYBODY'),
  ('article_confirmed', 'service', 'select, update (words, outcome, queue, disputed), delete', 'true'),
  -- an agent's dispute counts when others join in, an author's at once
  ('article_disputed', 'agent expert lead', 'insert', 'said_by = ME and not by_author'),
  ('article_disputed', 'expert lead', 'insert', 'said_by = ME'),
  ('article_disputed', 'service', 'select, delete', 'true'),
  ('search_figure', 'expert lead', 'select', 'ANYBODY'),
  ('search_figure', 'service', 'select, insert, delete', 'true'),
  ('article_phrasing', 'person', 'select', 'true'),
  ('article_phrasing', 'service', 'select, insert, delete', 'true'),
  ('article_learned', 'person', 'select', 'true'),
  ('article_learned', 'service', 'select, insert, delete', 'true'),
  ('article_learning_change', 'person', 'select', 'true'),
  ('article_learning_change', 'service', 'select, update', 'true'),
  -- everyday words: read by every desk's search, added to by authors
  ('house_words', 'person service', 'select', 'true'),
  ('house_words', 'expert lead', 'insert',
    'said_by = ME and version = 1 + (select coalesce(max(h.version), 0) from house_words h)'),
  ('house_words_in_folder', 'nobody', '', ''),
  ('house_words_dismissed', 'expert lead', 'select', 'ANYBODY'),
  ('house_words_dismissed', 'expert lead', 'insert', 'dismissed_by = ME'),
  -- flows as articles; how far one was walked: in contacts that one may see, so that a colleague can go on
  ('flow', 'person service', 'select', 'true'),
  ('flow_version', 'person service', 'select', 'true'),
  ('flow_path', 'agent expert lead', 'select', 'agent = ME or contact in (select c.id from contact c)'),
  ('flow_path', 'agent expert lead', 'insert, update', 'agent = ME'),
  ('flow_path', 'service', 'select', 'true'),
  ('flow_path_step', 'agent expert lead', 'select', 'path in (select p.id from flow_path p)'),
  ('flow_path_step', 'agent expert lead', 'insert, delete', 'path in (select p.id from flow_path p where p.agent = ME)'),
  ('flow_path_step', 'service', 'select', 'true'),
  ('article_favourite', 'agent expert lead', 'select, insert, delete', 'person = ME'),
  ('article_reader', 'agent expert lead', 'select, insert, update', 'person = ME'),
  -- what is being written is its authors' until a second one has read it: gate.four_eyes
  ('article_manuscript', 'expert lead', 'select', 'ANYBODY'),
  ('article_manuscript', 'expert lead', 'insert', 'author = ME and writer = ME and state = ''DRAFT'''),
  ('article_manuscript', 'expert lead', 'update', 'ANYBODY'),
  ('article_manuscript', 'service', 'select', 'true'),
  ('article_steward', 'person service', 'select', 'true'),
  ('article_steward', 'expert lead', 'insert, update', 'ANYBODY'),
  -- what readers thought: one's own, and the authors' tasks
  ('article_feedback', 'person', 'select', 'said_by = ME'),
  ('article_feedback', 'expert lead', 'select', 'ANYBODY'),
  ('article_feedback', 'person', 'insert', 'said_by = ME and closed is null and answer = '''''),
  ('article_feedback', 'expert lead', 'update (state, owner, answer, closed)', 'ANYBODY'),
  ('article_feedback', 'service', 'select', 'true'),
  ('article_recall', 'expert lead', 'select', 'ANYBODY'),
  ('article_recall', 'expert lead', 'insert', 'said_by = ME'),
  ('article_recall', 'expert lead', 'update (notice)', 'ANYBODY'),
  ('article_recall', 'service', 'select', 'true'),
  -- a person may wish only; what becomes of it the services say
  ('article_recall_contact', 'expert lead', 'select', 'ANYBODY'),
  ('article_recall_contact', 'expert lead', 'insert, update',
    'ANYBODY THEN way in (''CALLBACK_WISHED'', ''SMS_WISHED'') and done_by = ME'),
  ('article_recall_contact', 'service', 'select, insert, update', 'true'),
  -- which version which folder held is written by import and export, which are the owner's
  ('article_in_folder', 'nobody', '', ''),
  ('article_search', 'person', 'insert', 'ANYBODY'),
  ('article_search', 'expert lead', 'select', 'ANYBODY'),
  ('article_search', 'service', 'select, delete', 'true'),
  -- what pictures and files hold: everybody's once a version names it, its authors' before
  ('article_content', 'person', 'select',
    'exists (select from article_version v where v.attachments <> '''' and position(digest in v.attachments) > 0)'),
  ('article_content', 'expert lead', 'select', 'ANYBODY'),
  ('article_content', 'expert lead', 'insert', 'added_by = ME and digest = encode(sha256(bytes), ''hex'')'),
  ('article_content', 'expert lead', 'update (at)', 'ANYBODY'),
  ('article_content', 'service', 'select, delete', 'true'),

  -- what inspectors think; a kept sheet is not changed
  ('evaluation', 'inspector lead', 'select', 'ANYBODY'),
  ('evaluation', 'inspector lead', 'insert', 'inspector = ME'),
  ('evaluation', 'inspector lead', 'update', 'inspector = ME and state = ''DRAFT'' THEN inspector = ME'),
  -- an erased person's words go
  ('evaluation', 'service', 'select, update (note)', 'true'),
  ('evaluation_remark', 'service', 'select, update (text)', 'true'),
  ('compensation_finding', 'service', 'select, update (words)', 'true'),
  ('evaluation_mark', 'inspector lead', 'select', 'ANYBODY'),
  ('evaluation_mark', 'inspector lead', 'insert, delete', 'evaluation in (select gate.my_drafts())'),
  ('evaluation_remark', 'inspector lead', 'select', 'ANYBODY'),
  ('evaluation_remark', 'inspector lead', 'insert, delete', 'evaluation in (select gate.my_drafts())'),

  -- what employees suggest: one's own, and the lead's list
  ('improvement', 'person', 'select', 'filed_by = ME'),
  ('improvement', 'lead', 'select', 'ANYBODY'),
  ('improvement', 'person', 'insert', 'filed_by = ME and state = ''FILED'' and decided_by is null'),
  ('improvement', 'lead', 'update (state, answer, decided_by, changed)', 'ANYBODY THEN decided_by = ME'),
  ('improvement', 'service', 'select, insert, update', 'true'),

  -- cases hold no persons: everybody who handles recoveries reads them
  ('recovery_case', 'agent expert lead', 'select', 'ANYBODY'),
  ('recovery_case', 'agent expert lead', 'insert', 'ANYBODY'),
  ('recovery_case', 'expert lead', 'update (state)', 'ANYBODY'),
  ('recovery_case', 'service', 'select, insert, update', 'true'),
  ('recovery_case_source', 'agent expert lead', 'select', 'complaint in (select c.id from complaint c)'),
  ('recovery_case_source', 'agent expert lead', 'insert', 'complaint in (select c.id from complaint c)'),
  ('recovery_case_source', 'service', 'select, insert, delete', 'true');

do $$
declare
  r record;
  act text;
  groups text;
  holds text;
  leaves text;
begin
  for r in select c.oid::regclass as thing, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = '${flyway:defaultSchema}' and c.relkind in ('r', 'p') loop
    if r.relname <> 'flyway_schema_history' then
      execute format('alter table %s enable row level security', r.thing);
    end if;
    execute format('revoke all on %s from public', r.thing);
    for groups in select quote_ident(current_database() || ':' || g)
        from unnest(array['agent', 'expert', 'inspector', 'lead', 'service']) g loop
      execute format('revoke all on %s from %s', r.thing, groups);
    end loop;
    for act in select p.polname from pg_policy p where p.polrelid = r.thing loop
      execute format('drop policy %I on %s', act, r.thing);
    end loop;
  end loop;

  for r in select *, to_regclass(format('%I.%I', '${flyway:defaultSchema}', thing)) as there,
      row_number() over () as line from gate.rights where who <> 'nobody' loop
    continue when r.there is null;
    select string_agg(quote_ident(current_database() || ':' || g), ', ') into groups
      from unnest(string_to_array(replace(r.who, 'person', 'agent expert inspector lead'), ' ')) g;
    execute format('grant %s on %s to %s', r.acts, r.there, groups);
    continue when r.rows is null;
    r.rows := regexp_replace(r.rows, '\mANYBODY\M', 'ME is not null', 'g');
    r.rows := regexp_replace(r.rows, '\mME\M', '(select gate.me())', 'g');
    holds := split_part(r.rows, ' THEN ', 1);
    leaves := coalesce(nullif(split_part(r.rows, ' THEN ', 2), ''), holds);
    foreach act in array regexp_split_to_array(regexp_replace(r.acts, '\s*\(.*\)', ''), ',\s*') loop
      execute format('create policy %I on %s for %s to %s %s %s', r.line || ' ' || act, r.there, act, groups,
        case when act <> 'insert' then format('using (%s)', holds) end,
        case when act in ('insert', 'update') then format('with check (%s)', leaves) end);
      if act = 'insert' and r.thing <> 'recording' and exists (select from pg_attribute
          where attrelid = r.there and attname = 'id' and atttypid = 'uuid'::regtype) then
        execute format('create or replace trigger once before insert on %s for each row execute function gate.once()',
          r.there);
      end if;
    end loop;
  end loop;
end $$;

create trigger close_left_recording before insert on recording
  for each row execute function gate.close_left_recording();

-- Who may call what. A function is open to everybody until that is taken back.
revoke all on all functions in schema gate from public;
do $$
declare
  r record;
begin
  for r in select f, quote_ident(current_database() || ':' || g) as named from (values
      ('me()', 'agent expert inspector lead service'),
      ('seen_lately()', 'agent expert inspector lead service'),
      ('my_numbers()', 'agent expert inspector lead'),
      ('my_complaints()', 'agent expert inspector lead'),
      ('my_complaints_failures()', 'agent expert inspector lead'),
      ('is_looked_at(varchar)', 'agent expert inspector lead'),
      ('is_refused(varchar)', 'agent expert lead'),
      ('my_promises()', 'agent expert inspector lead'),
      ('look_for_promise(uuid, varchar, varchar)', 'agent expert lead'),
      ('my_drafts()', 'inspector lead'),
      ('keep_recording_key(uuid, varchar)', 'agent expert lead'),
      ('recording_key(uuid)', 'agent expert inspector lead'),
      ('enter(uuid, varchar, uuid, varchar)', 'agent expert inspector lead'),
      ('may(text)', 'agent expert inspector lead'),
      ('look_up(uuid, varchar, varchar)', 'agent expert lead'),
      ('ask_compensation(uuid, uuid[], varchar, varchar, uuid, uuid, varchar, varchar, varchar, varchar)',
        'agent expert lead'),
      ('step_compensation(uuid, varchar, varchar)', 'agent expert lead'),
      ('past_compensation(timestamptz)', 'agent expert lead'),
      ('profile(uuid)', 'agent expert lead'),
      ('search(uuid, varchar, varchar, varchar, integer)', 'agent expert lead'),
      ('found_customers(uuid, varchar, varchar, varchar, integer)', 'agent expert lead'),
      ('save_customer(uuid, varchar, uuid, bigint, varchar, varchar, varchar, timestamptz, varchar, varchar[])',
        'agent expert lead')
    ) as allowed (f, who), unnest(string_to_array(who, ' ')) g loop
    execute format('grant execute on function gate.%s to %s', r.f, r.named);
  end loop;
end $$;
