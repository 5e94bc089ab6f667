-- Why a proposal could not be made, as a code.
alter table schedule_proposal add column failure text;
