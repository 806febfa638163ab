-- Which version of an article each folder of files held last: what one folder holds says nothing about another.
create table article_in_folder (
  -- as the folder's own mark says; empty: folders without one, which are one and the same here
  folder    varchar(36) not null,
  slug      varchar(80) not null,
  language  varchar(8) not null,
  version   integer not null,
  primary key (folder, slug, language)
);
insert into article_in_folder (folder, slug, language, version)
  select '', slug, language, version from article_synced;
drop table article_synced;
