-- How far the topics, and the ledger's sequences, were held against each other; source is 'ledger' or '<topic>/<partition>'.
create table reconciled (
  source text primary key,
  upto   bigint not null
);

-- Which of a producer's sequence numbers are in the ledger, for each aggregate: without a gap that is one range from 1.
create table aggregate_progress (
  topic          text not null,
  aggregate_id   uuid not null,
  aggregate_type text not null,
  announced      int8multirange not null,
  whole          boolean not null generated always as (announced = int8multirange(int8range(1, upper(announced)))) stored,
  primary key (topic, aggregate_id)
);
create index aggregate_gaps on aggregate_progress (topic, aggregate_id) where not whole;

-- What stands on a topic and not in the ledger, or has vanished from the topic.
create table topic_gap (
  topic        text not null,
  partition    int not null,
  first_offset bigint not null,
  last_offset  bigint not null,
  kind         text not null check (kind in ('skipped', 'unreadable', 'lost')),
  event_id     uuid,
  found_at     timestamptz not null default clock_timestamp(),
  primary key (topic, partition, first_offset)
);
