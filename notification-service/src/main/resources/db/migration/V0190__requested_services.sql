-- What another service hands over to be served: by which ways, and with whose consent. Each try keeps its evidence.
alter table document_service drop constraint document_service_state_check;
alter table document_service add constraint document_service_state_check
  check (state in ('requested', 'served', 'refused', 'undeliverable', 'published'));
alter table document_service add column number text;
alter table document_service add column requested_on date;
alter table document_service add column terms jsonb;

alter table document_service add column steps jsonb;
update document_service set steps = jsonb_build_object('entries', jsonb_build_array(jsonb_build_object(
  'state', state, 'method', method, 'on', happened_on, 'until', until, 'evidence', evidence, 'by', recorded_by)));
alter table document_service alter column steps set not null;

create unique index document_service_once_requested on document_service (document_id) where requested_on is not null;
create index document_service_of_authority on document_service (authority, id);
