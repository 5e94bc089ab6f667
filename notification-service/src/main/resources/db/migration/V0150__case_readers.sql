-- Whose case it is may change, and others may read it. The sequence of the last such event: an older one that comes later is passed over.
alter table known_case add column jurisdiction bigint not null default 0;

create table case_reader (
  authority text not null,
  case_id   uuid not null references known_case,
  primary key (authority, case_id)
);
create index reader_of_case on case_reader (case_id);
