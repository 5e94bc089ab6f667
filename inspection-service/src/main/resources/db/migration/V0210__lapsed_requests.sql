-- A request that nobody decides because there is no visit ahead any more.
alter table inspection_request
  add column lapse_reason text,
  add column lapsed_at    timestamptz;
