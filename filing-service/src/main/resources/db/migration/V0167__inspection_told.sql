-- Whether the operator was told of the inspection that its case is under: before, the case is shown to it as it was.
alter table case_file add column inspection_told boolean not null default false;
update case_file set inspection_told = true where progress = 'under-inspection';
