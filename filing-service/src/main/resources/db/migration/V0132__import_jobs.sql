-- Imports of registers, worked on in the background by whichever instance claims them. A claim runs out, so that the job of an instance
-- that fell is another's.
create table import_job (
  id            uuid primary key,
  authority     text not null references authority,
  format        text not null,
  dry_run       boolean not null,
  state         text not null,
  rows_in_file  int,
  rows_done     int not null default 0,
  imported      int not null default 0,
  updated       int not null default 0,
  unchanged     int not null default 0,
  rejected      int not null default 0,
  flaws_kept    int not null default 0,
  fault_code    text,
  fault_detail  text,
  submitted_at  timestamptz not null,
  submitted_by  text not null,
  finished_at   timestamptz,
  claim         uuid,
  claimed_until timestamptz,
  attempts      int not null default 0,
  version       bigint not null
);
create index import_of_authority on import_job (authority, id);
create index import_to_do on import_job (id) where state in ('waiting', 'running');

-- The file in parts. They arrive before their job is there, and go when it is done.
create table import_part (
  job_id     uuid not null,
  part       int not null,
  bytes      bytea not null,
  arrived_at timestamptz not null default clock_timestamp(),
  primary key (job_id, part)
);

-- The identifiers that a job has come across, to tell the second row of one operator.
create table import_seen (
  job_id uuid not null references import_job,
  uscc   text not null,
  primary key (job_id, uscc)
);

create table import_flaw (
  job_id     uuid not null references import_job,
  number     int not null,
  row_number int not null,
  field      text not null,
  code       text not null,
  detail     text not null,
  primary key (job_id, number)
);
