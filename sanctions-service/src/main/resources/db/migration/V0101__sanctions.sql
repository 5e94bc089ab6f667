-- Concluded inspections with issues, as the inspection-service announced them.
create table inspected_case (
  inspection_id uuid primary key,
  campaign_id   uuid,
  case_id       uuid not null,
  operator_id   uuid not null,
  authority     text not null,
  findings      jsonb not null,
  concluded_at  timestamptz not null,
  sequence      bigint not null
);
create index inspected_case_authority on inspected_case (authority, inspection_id);

-- The last number given, per authority and year. The row lock makes the numbers gapless: a rollback gives the number back.
create table order_number (
  authority text not null,
  year      int not null,
  last      int not null check (last > 0),
  primary key (authority, year)
);

create table rectification_order (
  id            uuid primary key,
  authority     text not null,
  year          int not null,
  serial        int not null,
  inspection_id uuid not null references inspected_case,
  case_id       uuid not null,
  operator_id   uuid not null,
  ordered_by    text not null,
  ordered_at    timestamptz not null,
  contents      jsonb not null,
  version       bigint not null,
  state         text not null check (state in ('ordered', 'overdue', 'reported', 'rejected', 'verified')),
  state_at      timestamptz not null,
  late          boolean not null default false,
  constraint rectification_order_number unique (authority, year, serial),
  constraint rectification_order_once unique (inspection_id)
);
create index rectification_order_authority on rectification_order (authority, id);
create index rectification_order_operator on rectification_order (operator_id, id);
create index rectification_order_case on rectification_order (case_id, id);

create table penalty_proceeding (
  id                uuid primary key,
  authority         text not null,
  case_id           uuid not null,
  order_id          uuid not null references rectification_order,
  operator_id       uuid not null,
  provision_id      text not null,
  provision         jsonb not null,
  act_on            date not null,
  kind              text not null check (kind in ('fine', 'warning')),
  amount_minor      bigint not null check (amount_minor >= 0),
  currency          text not null check (currency ~ '^[A-Z]{3}$'),
  facts             text not null,
  hands             jsonb not null,
  version           bigint not null,
  state             text not null check (state in ('proposed', 'returned', 'approved', 'noticed', 'defended', 'waived',
                                                   'decided', 'paid', 'closed', 'withdrawn')),
  state_at          timestamptz not null,
  proposed_at       timestamptz not null,
  noticed_at        timestamptz,
  defence_until     timestamptz,
  defence_statement text,
  outcome           text check (outcome in ('fine', 'warning', 'no-penalty')),
  decided_by        text,
  decided_at        timestamptz,
  decided_minor     bigint check (decided_minor >= 0),
  pay_until         date,
  paid_on           date
);
-- One living proceeding per order: also when two officers propose at the same moment.
create unique index penalty_proceeding_once on penalty_proceeding (order_id) where state <> 'withdrawn';
create index penalty_proceeding_authority on penalty_proceeding (authority, id);
create index penalty_proceeding_operator on penalty_proceeding (operator_id, id);
create index penalty_proceeding_case on penalty_proceeding (case_id, id);
