-- A try is evidenced once, and so is that an operator has read or acknowledged something. Receipts of readings stay as they are.
create unique index service_evidence_once on service_evidence (subject_id, kind, attempt);
create trigger evidence_is_append_only before update or delete or truncate on inbox_reading
  for each statement execute function evidence_is_append_only();

-- What a partner's machine answered to each event that it was given. Subscriptions end; what they were given stays.
create table webhook_evidence (
  id              uuid primary key,
  subscription_id uuid not null,
  partner         text not null,
  event_id        uuid not null,
  position        bigint not null,
  outcome         text not null check (outcome in ('accepted', 'refused', 'unknown')),
  happened_at     timestamptz not null,
  document        text not null,
  digest          text not null
);
create index webhook_evidence_of_subscription on webhook_evidence (subscription_id, id);
create trigger evidence_is_append_only before update or delete or truncate on webhook_evidence
  for each statement execute function evidence_is_append_only();
