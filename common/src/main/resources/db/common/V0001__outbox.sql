-- Events on their way out. Columns id, aggregatetype, aggregateid, type, payload are those of Debezium's outbox event router.
create table outbox (
  position       bigint generated always as identity,
  id             uuid primary key,
  aggregatetype  text not null,
  aggregateid    uuid not null,
  type           text not null,
  payload        bytea not null,
  sequence       bigint not null check (sequence > 0),
  topic          text not null,
  message_key    uuid not null,
  authority      text not null,
  occurred_at    timestamptz not null,
  causation_id   uuid,
  correlation_id uuid not null,
  created_at     timestamptz not null default clock_timestamp(),
  sent_at        timestamptz,
  unique (aggregateid, sequence) -- one change, one event: the database says so, too
);
create index outbox_unsent on outbox (position) where sent_at is null;
create index outbox_sent on outbox (sent_at) where sent_at is not null;

-- Wakes the relay at commit, once for each transaction.
create function outbox_notify() returns trigger language plpgsql as $$
begin
  perform pg_notify('outbox', '');
  return null;
end $$;
create trigger outbox_wakes_relay after insert on outbox for each statement execute function outbox_notify();
