-- How documents were served. evidence is the SHA-256 of what proves it, such as the signed receipt; it is kept elsewhere.
create table document_service (
  id            uuid primary key,
  case_id       uuid not null,
  operator_id   uuid not null,
  authority     text not null,
  document      text not null,
  document_id   uuid not null,
  version       int not null,
  state         text not null check (state in ('served', 'refused', 'undeliverable', 'published')),
  method        text,
  happened_on   date not null,
  until         date,
  evidence      text,
  recorded_by   text not null
);
create index document_service_of_case on document_service (case_id, id);
