-- How an officer wants to be written to, and with which roles the officer was last seen.
create table officer_setting (
  authority   text not null,
  account     text not null,
  roles       text[] not null,
  mail        text not null check (mail in ('each', 'daily', 'none')),
  digest_at   time,
  quiet_from  time,
  quiet_until time,
  zone        text not null,
  unwanted    text[] not null,
  seen_at     timestamptz not null default clock_timestamp(),
  primary key (authority, account)
);

-- The mail of a day is a message about no case in particular; its lines are the events that it tells of.
alter table message alter column case_id drop not null;
alter table message alter column operator_id drop not null;
create index message_digest on message (authority, recipient) where template = 'digest' and state = 'planned';
create table digest_line (
  message_id uuid not null references message,
  event_id   uuid not null,
  case_id    uuid not null,
  rules      int not null,
  template   text not null,
  about_at   timestamptz not null,
  primary key (message_id, event_id)
);
