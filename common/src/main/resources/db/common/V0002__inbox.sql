-- Which event was taken by which consumer; claimed in the transaction of the reaction.
create table inbox (
  consumer text not null,
  event_id uuid not null,
  taken_at timestamptz not null default clock_timestamp(),
  primary key (consumer, event_id)
);
