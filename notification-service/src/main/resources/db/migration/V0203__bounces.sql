-- A mail that a mail server had taken and that came back.
alter table message drop constraint message_state;
alter table message add constraint message_state
  check (state in ('waiting', 'planned', 'sending', 'served', 'failed', 'bounced'));

-- What mail systems reported, as evidence: its numbers, and what it was read from.
create table delivery_report (
  id         uuid primary key,
  authority  text not null,
  message_id uuid not null references message,
  action     text not null,
  status     text not null,
  taken_at   timestamptz not null,
  digest     bytea not null,
  unique (message_id, digest)
);
create index delivery_report_of_authority on delivery_report (authority, id);
create table delivery_report_source (
  report_id uuid primary key references delivery_report,
  source    bytea not null
);
