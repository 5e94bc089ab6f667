-- A document goes on its way to the operator once; what it says stays as it is.
alter table document add column version int not null default 1;
alter table document alter column version drop default;
alter table document add column state text not null default 'issued' check (state in ('issued', 'dispatched'));
alter table document alter column state drop default;
alter table document add column dispatch jsonb;
alter table document add constraint document_dispatched check ((state = 'issued') = (dispatch is null));
