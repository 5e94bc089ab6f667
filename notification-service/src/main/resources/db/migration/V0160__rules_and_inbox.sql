-- Which version of the message rules planned a message.
alter table message add column rules int not null default 1;

-- What operators and officers find when they look: one row for each event and recipient. A recipient is the operator concerned, or
-- whoever has the role with the authority.
create table inbox_item (
  id          uuid primary key,
  event_id    uuid not null,
  recipient   text not null,
  authority   text not null,
  operator_id uuid,
  case_id     uuid not null,
  rules       int not null,
  template    text not null,
  legal       boolean not null,
  about_at    timestamptz not null,
  facts       text not null,
  unique (event_id, recipient)
);
create index inbox_of_operator on inbox_item (operator_id, id) where recipient = 'operator';
create index inbox_of_role on inbox_item (authority, recipient, id);

-- Read receipts: of each person for themselves.
create table inbox_reading (
  id      uuid primary key default gen_random_uuid(),
  item_id uuid not null references inbox_item (id),
  reader  text not null,
  read_at timestamptz not null,
  unique (reader, item_id)
);
