-- Exports that were asked for: a row stays as the log of it when its parts are gone.
create table case_export (
  id          uuid primary key,
  authority   text not null,
  asked_by    text not null,
  filter      text not null,
  asked_at    timestamptz not null,
  cases       bigint not null default 0,
  parts       int not null default 0,
  last_case   uuid,
  lease_until timestamptz not null default '-infinity',
  finished_at timestamptz
);
create index case_export_waiting on case_export (asked_at) where finished_at is null;
create index case_export_of_person on case_export (asked_by, asked_at);

create table case_export_part (
  export_id uuid not null references case_export,
  number    int not null,
  content   text not null,
  made_at   timestamptz not null default clock_timestamp(),
  primary key (export_id, number)
);
create index case_export_part_by_age on case_export_part (made_at);
