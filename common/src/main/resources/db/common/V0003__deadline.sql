-- Duties with an end. due_at is by the business clock; attempts are by the real one.
create table deadline (
  id              uuid primary key,
  kind            text not null,
  subject         uuid not null,
  case_id         uuid not null,
  due_at          timestamptz not null,
  fired_at        timestamptz,
  cancelled_at    timestamptz,
  attempts        int not null default 0,
  next_attempt_at timestamptz not null default '-infinity',
  unique (kind, subject)
);
create index deadline_pending on deadline (due_at, id) where fired_at is null and cancelled_at is null;
create index deadline_case on deadline (case_id);
