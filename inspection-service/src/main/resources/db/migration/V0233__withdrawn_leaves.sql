-- A leave that was taken back stays readable: who took it back, and when.
alter table inspector_leave
  add column withdrawn    boolean not null default false,
  add column withdrawn_by text,
  add column withdrawn_at timestamptz,
  add column announced    bigint not null default 0;
