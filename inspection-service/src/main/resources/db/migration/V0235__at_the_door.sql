-- A visit that was approved to be opened without prior notice: for cause only, and never one that was drawn.
alter table inspection
  add column without_notice boolean not null default false,
  add column at_the_door    boolean not null default false,
  add constraint without_notice_for_cause check (not (without_notice or at_the_door) or cause <> 'drawn');
