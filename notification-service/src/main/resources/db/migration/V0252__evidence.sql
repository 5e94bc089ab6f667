-- What proves that somebody was told, as it happened: document is RFC 8785 text, digest its SHA-256, which the event beside it announces.
create table service_evidence (
  id          uuid primary key,
  subject_id  uuid not null,
  case_id     uuid,
  authority   text not null,
  operator_id uuid,
  recipient   text not null,
  kind        text not null,
  attempt     int not null,
  outcome     text not null check (outcome in ('accepted', 'refused', 'unknown')),
  happened_at timestamptz not null,
  document    text not null,
  digest      text not null
);
create index service_evidence_of_subject on service_evidence (subject_id, id);
create index service_evidence_of_case on service_evidence (case_id, id);
create index service_evidence_of_authority on service_evidence (authority, id);
create index service_evidence_of_operator on service_evidence (operator_id, id) where recipient = 'operator';

-- What was handed over, octet for octet.
create table service_evidence_source (
  evidence_id uuid primary key references service_evidence,
  source      bytea not null
);

create function evidence_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'evidence is append-only' using errcode = 'restrict_violation';
end $$;
create trigger evidence_is_append_only before update or delete or truncate on service_evidence
  for each statement execute function evidence_is_append_only();
create trigger evidence_is_append_only before update or delete or truncate on service_evidence_source
  for each statement execute function evidence_is_append_only();

-- A mail of which nobody knows whether it was taken, and that is not sent again.
alter table message drop constraint message_state;
alter table message add constraint message_state
  check (state in ('waiting', 'planned', 'sending', 'served', 'failed', 'bounced', 'unknown'));
