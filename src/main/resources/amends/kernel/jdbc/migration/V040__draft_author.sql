-- Who wrote a draft, so that somebody else publishes it. Empty: whoever signed in to no login of their own.
alter table article_draft add column author uuid;
