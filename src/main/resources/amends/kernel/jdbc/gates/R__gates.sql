-- What each person's own login may do in this database, and nothing else. Made anew as a whole whenever a word of this
-- file changes; PostgreSQL only.
--
-- A person is a login role named DATABASE.LOGIN, member of one group DATABASE:ROLE for each of their roles. Who somebody
-- is, is asked of the session, never of the caller.

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
  ('LOOK_AT_CUSTOMER', 'agent'), ('LOOK_AT_CUSTOMER', 'expert'), ('LOOK_AT_CUSTOMER', 'lead'),
  ('CHANGE_CUSTOMER', 'agent'), ('CHANGE_CUSTOMER', 'expert'), ('CHANGE_CUSTOMER', 'lead'),
  ('LISTEN_TO_OWN_RECORDING', 'agent'), ('LISTEN_TO_OWN_RECORDING', 'expert'), ('LISTEN_TO_OWN_RECORDING', 'lead'),
  ('LISTEN_TO_ANY_RECORDING', 'inspector'), ('LISTEN_TO_ANY_RECORDING', 'lead'),
  ('EXPORT_RECORDING', 'inspector'), ('EXPORT_RECORDING', 'lead'),
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
  if gate.is_look(_act) then
    perform gate.limit_looks();
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

-- Looks a number up. What is found is told by gate.profile, in a later transaction.
create function gate.look_up(_entry uuid, _number varchar, _why varchar) returns void
  language plpgsql security definer set search_path = "${flyway:defaultSchema}", pg_temp
as $$
declare
  found_customer uuid;
begin
  select n.customer into found_customer from customer_number n where n.number = _number;
  perform gate.enter(_entry, 'LOOK_AT_CUSTOMER',
    coalesce(found_customer, '00000000-0000-0000-0000-000000000000'), _why);
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

-- The customers that I looked at a while ago, and did not take back; a policy asks once, not for every row.
create function gate.seen_lately() returns setof uuid
  language sql stable security definer set search_path = "${flyway:defaultSchema}", pg_temp
as $$ select a.whom from audit a
        where a.who = gate.me() and a.act in ('LOOK_AT_CUSTOMER', 'CHANGE_CUSTOMER')
        and a.at > gate.lately() and a.made_in is distinct from pg_current_xact_id_if_assigned() $$;

-- Keeps a new customer (version 0) or a changed one that I looked at; answers the new version.
create function gate.save_customer(_entry uuid, _why varchar, _id uuid, _version bigint, _name varchar, _tier varchar,
    _region varchar, _since timestamptz, _note varchar, _numbers varchar[]) returns bigint
  language plpgsql security definer set search_path = "${flyway:defaultSchema}", pg_temp
as $$
begin
  perform gate.enter(_entry, 'CHANGE_CUSTOMER', _id, _why);
  if _version = 0 then
    insert into customer (id, name, tier, region, since, note, version)
      values (_id, _name, _tier, _region, _since, _note, 1);
  else
    if _id not in (select gate.seen_lately()) then
      raise exception 'a customer is changed by who looked at them' using errcode = '42501';
    end if;
    update customer c set name = _name, tier = _tier, region = _region, since = _since, note = _note,
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

-- The table of rights ------------------------------------------------------------------------------------------------

-- Every table of the database stands here: who may do what, to which rows. What does not stand here is refused; that
-- every table does is a test's concern. "person": all but the service. Where a condition stands, rows it does not hold
-- for are not there for whom it is said.
create table gate.rights (thing text, who text, acts text, rows text);
insert into gate.rights values
  -- which version the tables are at; all rows, so that no policy locks what a migration holds
  ('flyway_schema_history', 'person service', 'select', null),

  -- people; passwords and failed sign-ins are the owner's alone
  ('staff_member', 'person service', 'select (id, login, name, extension, roles)', 'true'),
  ('sign_in_attempt', 'nobody', '', ''),
  ('audit', 'lead', 'select (id, at, who, act, whom, why)', 'gate.me() is not null'),

  -- customers go through gate.look_up, gate.profile, gate.save_customer
  ('customer', 'service', 'select, insert, update', 'true'),
  ('customer_number', 'service', 'select, insert, update, delete', 'true'),

  -- one's own of this week, and those of a customer looked at lately
  ('contact', 'agent expert lead', 'select',
    'agent = (select gate.me()) and (began > now() - interval ''7 days'' or state in (''OPEN'', ''WRAP_UP''))'),
  ('contact', 'agent expert lead', 'select', 'customer in (select gate.seen_lately())'),
  ('contact', 'expert inspector lead', 'select', '(select gate.me()) is not null'),
  ('contact', 'agent expert lead', 'insert, update', 'agent = (select gate.me())'),
  ('contact', 'service', 'select, insert, update', 'true'),

  -- facts without sound
  ('recording', 'agent expert lead', 'select, insert, update', 'agent = (select gate.me())'),
  ('recording', 'inspector lead', 'select', '(select gate.me()) is not null'),
  ('recording', 'service', 'select, insert, update, delete', 'true'),

  -- hashes and numbers: nothing personal
  ('recording_chain_link', 'agent expert lead', 'select, insert', '(select gate.me()) is not null'),
  ('recording_chain_link', 'inspector', 'select', '(select gate.me()) is not null'),
  ('recording_chain_link', 'service', 'select, insert', 'true'),
  ('recording_chain_head', 'agent expert lead', 'select, insert, update', '(select gate.me()) is not null'),
  ('recording_chain_head', 'inspector', 'select', '(select gate.me()) is not null'),
  ('recording_chain_head', 'service', 'select, insert, update', 'true'),
  ('duty', 'agent expert lead', 'select, insert', '(select gate.me()) is not null'),
  ('duty', 'agent expert lead', 'update', 'kind in (''anchor-recording-chain'')'),
  ('duty', 'service', 'select, insert, update', 'true');

do $$
declare
  r record;
  act text;
  groups text;
begin
  for r in select c.relname as thing from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = '${flyway:defaultSchema}' and c.relkind in ('r', 'p') loop
    if r.thing <> 'flyway_schema_history' then
      execute format('alter table %I.%I enable row level security', '${flyway:defaultSchema}', r.thing);
    end if;
    execute format('revoke all on %I.%I from public', '${flyway:defaultSchema}', r.thing);
    for groups in select quote_ident(current_database() || ':' || g)
        from unnest(array['agent', 'expert', 'inspector', 'lead', 'service']) g loop
      execute format('revoke all on %I.%I from %s', '${flyway:defaultSchema}', r.thing, groups);
    end loop;
    for act in select p.polname from pg_policy p
        where p.polrelid = format('%I.%I', '${flyway:defaultSchema}', r.thing)::regclass loop
      execute format('drop policy %I on %I.%I', act, '${flyway:defaultSchema}', r.thing);
    end loop;
  end loop;
  for r in select *, row_number() over () as line from gate.rights where who <> 'nobody' loop
    select string_agg(quote_ident(current_database() || ':' || g), ', ') into groups
      from unnest(string_to_array(replace(r.who, 'person', 'agent expert inspector lead'), ' ')) g;
    execute format('grant %s on %I.%I to %s', r.acts, '${flyway:defaultSchema}', r.thing, groups);
    continue when r.rows is null;
    foreach act in array regexp_split_to_array(regexp_replace(r.acts, '\s*\(.*\)', ''), ',\s*') loop
      execute format('create policy %I on %I.%I for %s to %s %s %s', r.line || ' ' || act, '${flyway:defaultSchema}',
        r.thing, act, groups,
        case when act <> 'insert' then format('using (%s)', r.rows) end,
        case when act in ('insert', 'update') then format('with check (%s)', r.rows) end);
      if act = 'insert' and exists (select from information_schema.columns
          where table_schema = '${flyway:defaultSchema}' and table_name = r.thing and column_name = 'id') then
        execute format('create or replace trigger once before insert on %I.%I for each row execute function gate.once()',
          '${flyway:defaultSchema}', r.thing);
      end if;
    end loop;
  end loop;
end $$;

-- Who may call what. A function is open to everybody until that is taken back.
revoke all on all functions in schema gate from public;
do $$
declare
  r record;
begin
  for r in select f, quote_ident(current_database() || ':' || g) as named from (values
      ('me()', 'agent expert inspector lead service'),
      ('seen_lately()', 'agent expert inspector lead service'),
      ('enter(uuid, varchar, uuid, varchar)', 'agent expert inspector lead'),
      ('may(text)', 'agent expert inspector lead'),
      ('look_up(uuid, varchar, varchar)', 'agent expert lead'),
      ('profile(uuid)', 'agent expert lead'),
      ('save_customer(uuid, varchar, uuid, bigint, varchar, varchar, varchar, timestamptz, varchar, varchar[])',
        'agent expert lead')
    ) as allowed (f, who), unnest(string_to_array(who, ' ')) g loop
    execute format('grant execute on function gate.%s to %s', r.f, r.named);
  end loop;
end $$;
