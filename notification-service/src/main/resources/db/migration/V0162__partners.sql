-- Which authorities' events a partner may see; nobody sees any until it was granted.
create table partner_grant (
  partner   text not null,
  authority text not null,
  primary key (partner, authority)
);

-- A partner's webhook. position is that of the last ledger entry that was delivered or passed over.
create table subscription (
  id              uuid primary key,
  partner         text not null,
  url             text not null,
  types           text not null,
  authorities     text not null,
  campaigns       text not null,
  secret          text not null,
  former_secret   text,
  former_until    timestamptz,
  position        bigint not null,
  delivered       bigint not null default 0,
  failures        int not null default 0,
  failing_since   timestamptz,
  last_failure    text,
  due_at          timestamptz not null default clock_timestamp(),
  disabled_at     timestamptz,
  announced       int not null default 0,
  lease           uuid,
  lease_until     timestamptz not null default '-infinity',
  created_at      timestamptz not null
);
create index subscription_of_partner on subscription (partner, id);
create index subscription_due on subscription (due_at) where disabled_at is null;

-- To begin again from a moment. Entries are entered in the order of time.
create index ledger_by_time on ledger_entry using brin (entered_at);
