-- What somebody says against an operator. Who that is stays here, and never in an event.
create table complaint (
  id            uuid primary key,
  authority     text not null,
  operator_id   uuid not null,
  case_id       uuid not null,
  subject       text not null,
  text          text not null,
  complainant   text,
  contact       text,
  confidential  boolean not null,
  received_at   timestamptz not null,
  registered_at timestamptz not null,
  registered_by text not null,
  state         text not null,
  inspection_id uuid references inspection,
  close_reason  text,
  explanation   text,
  ended_at      timestamptz,
  announced     bigint not null,
  version       bigint not null
);
create index complaint_of_authority on complaint (authority, id);
create index complaint_of_case on complaint (case_id, id);
