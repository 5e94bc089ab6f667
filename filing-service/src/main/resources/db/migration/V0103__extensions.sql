-- A request for more time to file, and what was decided on it.
create table extension (
  id              uuid primary key,
  case_id         uuid not null references case_file,
  authority       text not null,
  operator_id     uuid not null,
  asked_until     timestamptz not null,
  reason          text not null,
  requested_at    timestamptz not null,
  state           text not null,
  granted_until   timestamptz,
  decision_reason text,
  decided_at      timestamptz,
  version         bigint not null
);
create unique index extension_pending on extension (case_id) where state = 'requested';
create index extension_of_case on extension (case_id, id);
