-- Timelines and cases made anew from the ledger: how far each rebuild is, and which event is of which case while one is under way.
create table timeline_rebuild (
  id          uuid primary key,
  asked_by    text not null,
  asked_at    timestamptz not null,
  stage       text not null check (stage in ('reading', 'writing', 'finished')),
  position    bigint not null,
  cases       bigint not null,
  last_case   uuid,
  lease_until timestamptz not null default '-infinity',
  finished_at timestamptz
);
create table rebuild_event (
  rebuild_id uuid not null references timeline_rebuild,
  case_id    uuid not null,
  position   bigint not null,
  primary key (rebuild_id, case_id, position)
);
