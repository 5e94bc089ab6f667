-- What a list of cases is filtered by, as the events told it. phase_event: a phase that an older event tells comes too late.
alter table known_case
  add column campaign_id uuid,
  add column province    text,
  add column kind        text,
  add column phase       text,
  add column phase_event uuid,
  add column opened_at   timestamptz,
  add column next_due    text,
  add column next_due_at timestamptz;

-- A usual filter, then the list's own order. Not by authority first: a case may be read by others than the one that holds it.
create index known_case_by_phase on known_case (phase, id);
create index known_case_by_campaign on known_case (campaign_id, id);
create index known_case_by_province on known_case (province, id);
create index known_case_by_due on known_case (next_due_at) where next_due_at is not null;
create index known_case_by_number on known_case (case_number text_pattern_ops);
