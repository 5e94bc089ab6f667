-- Who a message is for: the operator concerned, or a person of its authority, such as inspector/<id>.
alter table message add column recipient text not null default 'operator';
alter table message alter column recipient drop default;
alter table message drop constraint message_event_id_operator_id_channel_key;
alter table message add constraint message_once unique (event_id, recipient, channel);

-- Where a person of an authority is written to. No address: not written to.
create table staff_contact (
  authority text not null,
  recipient text not null,
  email     text,
  language  text not null,
  sequence  bigint not null,
  primary key (authority, recipient)
);

create view addressee as
  select authority, operator_id, 'operator' as recipient, name, notice_email as email, language from contact
  union all
  select authority, null, recipient, null, email, language from staff_contact where email is not null;

-- Who inspects, and the interview as it was last told of: whoever joins later is invited to it.
create table inspection_team (
  inspection_id uuid not null,
  inspector_id  uuid not null,
  primary key (inspection_id, inspector_id)
);
create table told_interview (
  inspection_id uuid primary key,
  facts         text not null,
  open          boolean not null
);
