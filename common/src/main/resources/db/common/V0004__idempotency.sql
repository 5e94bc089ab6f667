-- Which resource a creating request made, so that its repetition makes no second one.
create table idempotency (
  actor       text not null,
  key         text not null,
  digest      text not null,
  resource_id uuid,
  created_at  timestamptz not null default clock_timestamp(),
  primary key (actor, key)
);
