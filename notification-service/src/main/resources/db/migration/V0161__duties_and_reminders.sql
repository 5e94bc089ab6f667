-- What an operator has to do in a case by when, as events told.
create table duty (
  id          uuid primary key default gen_random_uuid(),
  case_id     uuid not null,
  kind        text not null,
  authority   text not null,
  operator_id uuid not null,
  campaign_id uuid,
  due_at      timestamptz not null,
  met_at      timestamptz,
  unique (case_id, kind)
);
create index duty_of_campaign on duty (campaign_id, due_at) where met_at is null;
create index duty_of_authority on duty (authority, id);
create index duty_of_operator on duty (operator_id, id);

-- On which days before the last one a campaign's operators are reminded.
create table reminder_plan (
  campaign_id uuid primary key,
  days        int[] not null
);

-- Each reminder is a row; when it is due it is also a row of the table deadline, which fires it once.
create table reminder (
  id          uuid primary key default gen_random_uuid(),
  case_id     uuid not null,
  kind        text not null,
  days        int not null,
  authority   text not null,
  operator_id uuid not null,
  at          timestamptz not null,
  due_at      timestamptz not null,
  state       text not null default 'planned' check (state in ('planned', 'sent', 'withdrawn', 'overtaken')),
  announced   int not null default 0,
  unique (case_id, kind, days)
);

-- Of which notices an operator wants no mail; what the law demands is not asked for.
create table unwanted_mail (
  operator_id uuid not null,
  template    text not null,
  primary key (operator_id, template)
);
