-- Who is above whom, and what each authority is competent for (JSON; read whole, for authorities are few).
alter table authority
  add column superior   text references authority,
  add column competence text not null default '[]';

-- The jurisdiction over a case about which something was done; without a row the case belongs to who opened it.
create table jurisdiction (
  id          uuid primary key,
  case_id     uuid not null unique references case_file,
  authority   text not null references authority,
  operator_id uuid not null,
  shared      text[] not null default '{}',
  state       text not null,
  proposed_to text references authority,
  proposed_by text references authority,
  superior    text references authority,
  announced   bigint not null
);

-- Why each step was taken: the events carry no free text.
create table jurisdiction_step (
  case_id  uuid not null references case_file,
  number   bigint not null,
  step     text not null,
  taken_by text not null,
  other    text not null,
  reason   text not null,
  taken_at timestamptz not null,
  primary key (case_id, number)
);

-- All that may read a case which is not theirs.
create table case_reader (
  authority text not null references authority,
  case_id   uuid not null references case_file,
  primary key (authority, case_id)
);
create index reader_of_case on case_reader (case_id);

-- Who opened first has jurisdiction.
alter table case_file add column opened_at timestamptz;
update case_file set opened_at = uuid_extract_timestamp(id);
alter table case_file alter column opened_at set not null;
