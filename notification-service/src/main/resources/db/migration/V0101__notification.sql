-- The ledger: every event of every topic, chained. leaf = SHA-256(0x00 || canonical), chain = SHA-256(0x01 || previous || leaf).
create table ledger_entry (
  position      bigint primary key,
  event_id      uuid not null unique,
  type          text not null,
  authority     text not null,
  topic         text not null,
  canonical     text not null,
  leaf_hash     bytea not null,
  previous_hash bytea not null,
  chain_hash    bytea not null,
  entered_at    timestamptz not null default clock_timestamp()
);

create table ledger_head (
  only_one   boolean primary key default true check (only_one),
  position   bigint not null,
  chain_hash bytea not null
);
insert into ledger_head (position, chain_hash) values (0, decode(repeat('00', 32), 'hex'));

-- One round trip; the head's row lock puts concurrent consumers and instances in one line until commit.
create function ledger_append(new_event uuid, new_type text, new_authority text, new_topic text, new_canonical text)
returns bigint language plpgsql as $$
declare
  head ledger_head%rowtype;
  leaf bytea := sha256('\x00'::bytea || convert_to(new_canonical, 'UTF8'));
  chained bytea;
begin
  select * into strict head from ledger_head for update;
  chained := sha256('\x01'::bytea || head.chain_hash || leaf);
  insert into ledger_entry (position, event_id, type, authority, topic, canonical, leaf_hash, previous_hash, chain_hash)
  values (head.position + 1, new_event, new_type, new_authority, new_topic, new_canonical, leaf, head.chain_hash, chained);
  update ledger_head set position = head.position + 1, chain_hash = chained;
  return head.position + 1;
end $$;

create function ledger_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger is append-only' using errcode = 'restrict_violation';
end $$;
create trigger ledger_is_append_only before update or delete or truncate on ledger_entry
  for each statement execute function ledger_is_append_only();

create table timeline_entry (
  id             uuid primary key,
  case_id        uuid not null,
  authority      text not null,
  operator_id    uuid,
  type           text not null,
  happened_at    timestamptz not null,
  aggregate_type text not null,
  aggregate_id   uuid not null,
  sequence       bigint not null,
  causation_id   uuid,
  for_operator   boolean not null
);
create index timeline_of_case on timeline_entry (case_id, id);

-- Where an authority reaches an operator; from the directory topic.
create table contact (
  authority    text not null,
  operator_id  uuid not null,
  name         text not null,
  notice_email text not null,
  language     text not null,
  sequence     bigint not null,
  primary key (authority, operator_id)
);

create table case_number (
  case_id     uuid primary key,
  case_number text not null
);

create table message (
  id              uuid primary key,
  event_id        uuid not null,
  case_id         uuid not null,
  authority       text not null,
  operator_id     uuid not null,
  channel         text not null,
  template        text not null,
  about_at        timestamptz not null,
  state           text not null,
  attempts        int not null default 0,
  next_attempt_at timestamptz not null,
  planned_at      timestamptz not null,
  ended_at        timestamptz,
  unique (event_id, operator_id, channel)
);
create index message_pending on message (next_attempt_at) where state = 'planned';
create index message_of_operator on message (operator_id, id);
create index message_of_authority on message (authority, id);
