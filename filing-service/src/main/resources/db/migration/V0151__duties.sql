-- What an operator owes in a case by what inspection and sanctions have announced. A duty stays with the authority that laid it down.
create table duty (
  id           uuid primary key,
  case_id      uuid not null references case_file,
  authority    text not null,
  operator_id  uuid not null,
  kind         text not null check (kind in ('attend', 'rectify', 'pay')),
  source_id    uuid not null,
  since        timestamptz not null,
  due_at       timestamptz,
  amount_minor bigint,
  currency     text,
  met_at       timestamptz
);
create index duty_of_operator on duty (operator_id, id) where met_at is null;
create index duty_of_source on duty (source_id);
create index risk_stage_of_operator on risk_stage (operator_id, id) where done_at is null and fell_away_at is null;
