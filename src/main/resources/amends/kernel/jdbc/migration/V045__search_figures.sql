-- Somebody says that an article is not the answer to these words; gone as soon as it is settled.
create table article_disputed (
  id         uuid primary key,
  article    varchar(80) not null,
  language   varchar(8) not null,
  words      varchar(120) not null,
  said_by    uuid not null,
  -- whether they write articles: then it counts at once
  by_author  boolean not null,
  at         timestamp(6) with time zone not null
);
create index article_disputed_at on article_disputed (at);

-- How high the right answers stood on a day, stored each night. "queue": * for all together, empty for contacts of none.
create table search_figure (
  figure_day  date not null,
  queue       varchar(80) not null,
  answers     integer not null,
  mrr10       double precision not null,
  ndcg10      double precision not null,
  success3    double precision not null,
  primary key (figure_day, queue)
);
