-- How far one agent's word reaches is asked whenever something is learned: the latest they confirmed.
create index article_confirmed_agent on article_confirmed (agent, at);
