-- How often it was said anew what a partner may see: the sequence of its events.
create table partner_grant_version (
  partner text primary key,
  version bigint not null
);
