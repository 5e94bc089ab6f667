-- What is heard of a document's service.
alter table document add column outcome jsonb;
alter table document drop constraint document_state_check;
alter table document add constraint document_state_check check (state in ('issued', 'dispatched', 'served'));
