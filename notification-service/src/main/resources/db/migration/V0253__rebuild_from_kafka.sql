-- A rebuild reads the ledger, or what the four topics hold at that moment: then how far each partition was read, and the events of cases.
alter table timeline_rebuild
  add column source     text not null default 'ledger' check (source in ('ledger', 'kafka')),
  add column upto       bigint not null default 0,
  add column unreadable bigint not null default 0;
create table rebuild_offset (
  rebuild_id  uuid not null references timeline_rebuild,
  topic       text not null,
  partition   int not null,
  next_offset bigint not null,
  upto        bigint not null,
  primary key (rebuild_id, topic, partition)
);
-- Cases that could not be made anew: they stay as they are.
create table rebuild_failure (
  rebuild_id uuid not null references timeline_rebuild,
  case_id    uuid not null,
  reason     text not null,
  primary key (rebuild_id, case_id)
);
create table rebuild_record (
  rebuild_id uuid not null references timeline_rebuild,
  case_id    uuid not null,
  event_id   uuid not null,
  canonical  text not null,
  primary key (rebuild_id, case_id, event_id)
);
