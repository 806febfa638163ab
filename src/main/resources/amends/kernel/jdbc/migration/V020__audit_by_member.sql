-- How much somebody looked at lately is counted at every look.
create index audit_who on audit (who, at);
