-- Documents, numbered without gaps per authority and year; what they say is frozen with them.
create table document_number (
  authority text not null,
  year      int not null,
  last      int not null check (last > 0),
  primary key (authority, year)
);

create table document (
  id               uuid primary key,
  authority        text not null,
  year             int not null,
  serial           int not null,
  case_id          uuid not null,
  operator_id      uuid not null,
  kind             text not null check (kind in ('order', 'notice', 'hearing-notice', 'decision', 'demand')),
  language         text not null check (language in ('zh', 'en')),
  template_version int not null,
  subject          uuid not null,
  frozen           jsonb not null,
  digest           text not null,
  issued_by        text not null,
  issued_at        timestamptz not null,
  constraint document_number_once unique (authority, year, serial)
);
create index document_authority on document (authority, id);
create index document_operator on document (operator_id, id);
create index document_case on document (case_id, id);
create trigger document_stays before delete on document for each statement execute function never_deleted();
