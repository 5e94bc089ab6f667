-- Staged reports on a risk: what it falls under, and each stage that is owed with its time.
alter table risk_report
  add column rule_set       text not null default 'CN-MIIT-2019',
  add column reporter       text not null default 'other',
  add column type           text not null default 'risk',
  add column affected_systems text[] not null default '{}',
  add column persons        bigint,
  add column loss_minor     bigint,
  add column proposed_grade text,
  add column cross_border   boolean not null default false,
  add column handled_at     timestamptz;

create table risk_stage (
  id            uuid primary key,
  risk_id       uuid not null references risk_report,
  case_id       uuid not null references case_file,
  authority     text not null,
  operator_id   uuid not null,
  stage         text not null,
  done_by       text not null,
  due_at        timestamptz,
  former_due_at timestamptz,
  done_at       timestamptz,
  missed_at     timestamptz,
  fell_away_at  timestamptz,
  reports       integer not null,
  announced     bigint not null,
  version       bigint not null,
  unique (risk_id, stage)
);
create index risk_stage_overdue on risk_stage (risk_id) where missed_at is not null and done_at is null;

-- What was said at a stage; a correction is another number.
create table risk_stage_report (
  stage_id     uuid not null references risk_stage,
  number       integer not null,
  content      text not null,
  delivered_at timestamptz not null,
  primary key (stage_id, number)
);
