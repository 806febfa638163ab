-- Pictures and files belong to a version of an article: a text names them, one in each line. The parts of a line are set
-- apart by tabs: digest, kind, bytes, width, height (0: none, or never measured), name, and what is said to whom does not
-- see it.
alter table article_version add column attachments varchar(8000) default '' not null;
alter table article_manuscript add column attachments varchar(8000) default '' not null;

-- What they hold, each once: SHA-256 in small hexadecimal digits.
create table article_content (
  digest    varchar(64) primary key,
  bytes     bytea not null,
  -- empty: an import did
  added_by  uuid,
  -- when it was last put in: what no text names is let go some days later
  at        timestamp(6) with time zone not null
);

-- So far files lay beside an article, whatever its version.
alter table article_file add column digest varchar(64);
update article_file set digest = lower(${sha256});
insert into article_content (digest, bytes, added_by, at)
  select f.digest, f.bytes, f.added_by, f.at from article_file f
    where not exists (select 1 from article_file g where g.digest = f.digest and g.id < f.id);
create table article_file_line (
  slug      varchar(80) not null,
  language  varchar(8) not null,
  lines     varchar(8000) not null
);
insert into article_file_line (slug, language, lines)
  select slug, language, string_agg(digest || chr(9) || kind || chr(9) || cast(octet_length(bytes) as varchar(12))
    || chr(9) || '0' || chr(9) || '0' || chr(9) || name || chr(9), chr(10) order by name)
    from article_file group by slug, language;
update article_version set attachments =
    (select l.lines from article_file_line l where l.slug = article_version.id and l.language = article_version.language)
  where exists (select 1 from article_file_line l
      where l.slug = article_version.id and l.language = article_version.language)
    and version = (select a.version from article a
      where a.id = article_version.id and a.language = article_version.language);
update article_manuscript set attachments = (select l.lines from article_file_line l
    where l.slug = article_manuscript.slug and l.language = article_manuscript.language)
  where open_for is not null and exists (select 1 from article_file_line l
    where l.slug = article_manuscript.slug and l.language = article_manuscript.language);
drop table article_file_line;
drop table article_file;
