-- A document is begun to be served once. What was begun twice before stays as it is.
alter table document_service add column doubled boolean not null default false;
update document_service s set doubled = true where requested_on is null and exists (
  select 1 from document_service e where e.requested_on is null and e.id < s.id
    and (e.case_id, e.document, e.document_id) = (s.case_id, s.document, s.document_id));
create unique index document_service_once_begun on document_service (case_id, document, document_id)
  where requested_on is null and not doubled;

-- An export that cannot be made is given up after some attempts; each one that makes a part begins to count anew.
alter table case_export
  add column attempts  int not null default 0,
  add column failed_at timestamptz;
drop index case_export_waiting;
create index case_export_waiting on case_export (asked_at) where finished_at is null and failed_at is null;

-- An export is a way out for data: each time that it is fetched is kept.
create table case_export_fetch (
  export_id  uuid not null references case_export,
  format     text not null check (format in ('csv', 'xlsx')),
  fetched_by text not null,
  fetched_at timestamptz not null default clock_timestamp()
);
create index case_export_fetch_of_export on case_export_fetch (export_id, fetched_at);
