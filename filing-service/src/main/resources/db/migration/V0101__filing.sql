create table authority (
  code    text primary key check (code ~ '^[A-Z]{2,10}$'),
  name_zh text not null,
  name_en text not null,
  zone    text not null
);

create table operator (
  id         uuid primary key,
  uscc       text not null unique,
  created_at timestamptz not null
);

-- An operator as one authority's register has it.
create table registration (
  id             uuid primary key,
  authority      text not null references authority,
  operator_id    uuid not null references operator,
  uscc           text not null,
  name           text not null,
  province       text not null,
  licence_class  text not null,
  licence_number text not null,
  system_kinds   text[] not null,
  notice_email   text not null,
  language       text not null,
  announced      bigint not null,
  version        bigint not null,
  unique (authority, operator_id)
);

create table campaign (
  id              uuid primary key,
  authority       text not null references authority,
  code            text not null,
  title_zh        text not null,
  title_en        text not null,
  rule_set        text not null,
  legal_basis     text not null,
  scope           text not null,
  questionnaire   text not null,
  filing_opens_at timestamptz not null,
  filing_due_at   timestamptz not null,
  state           text not null,
  announced       bigint not null,
  version         bigint not null,
  unique (authority, code)
);

create table case_file (
  id             uuid primary key,
  authority      text not null references authority,
  operator_id    uuid not null references operator,
  campaign_id    uuid references campaign,
  case_number    text not null unique,
  opened_for     text not null,
  province       text not null,
  licence_class  text not null,
  system_kinds   text[] not null,
  filing_due_at  timestamptz,
  state          text not null,
  state_at       timestamptz,
  outcome        text,
  progress       text not null default 'none',
  announced      bigint not null,
  version        bigint not null,
  unique (campaign_id, operator_id)
);
create index case_of_operator on case_file (operator_id, id);
create index case_of_authority on case_file (authority, id);
create index case_of_campaign on case_file (campaign_id, state);

create table filing (
  id          uuid primary key,
  case_id     uuid not null unique references case_file,
  campaign_id uuid not null references campaign,
  authority   text not null,
  operator_id uuid not null,
  state       text not null,
  submission  int not null default 0,
  state_at    timestamptz,
  late        boolean not null default false,
  content     text not null,
  remarks     text,
  announced   bigint not null,
  version     bigint not null
);

-- What was submitted stays as it was: nobody may change or delete it.
create table submission (
  filing_id    uuid not null references filing,
  number       int not null,
  submitted_at timestamptz not null,
  late         boolean not null,
  digest       text not null,
  content      text not null,
  primary key (filing_id, number)
);
create function submission_is_final() returns trigger language plpgsql as $$
begin
  raise exception 'a submission is final' using errcode = 'restrict_violation';
end $$;
create trigger submission_is_final before update or delete on submission for each row execute function submission_is_final();

create table risk_report (
  id            uuid primary key,
  case_id       uuid not null references case_file,
  authority     text not null,
  operator_id   uuid not null,
  title         text not null,
  description   text not null,
  grade         text not null,
  outcome       text not null,
  discovered_at timestamptz not null,
  reported_at   timestamptz not null,
  triaged_at    timestamptz,
  version       bigint not null
);
create index risk_of_authority on risk_report (authority, id);
create index risk_of_operator on risk_report (operator_id, id);

-- Case numbers without gaps: the counter is locked by the transaction that takes numbers.
create table case_counter (
  prefix text primary key,
  last   bigint not null
);
