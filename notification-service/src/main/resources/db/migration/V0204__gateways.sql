-- Where an authority reaches an operator besides by mail; who has no number gets no SMS.
create table further_address (
  authority   text not null,
  operator_id uuid not null,
  phone       text,
  postal      text,
  primary key (authority, operator_id)
);

-- Where a recipient is reached by each channel.
drop view addressee;
create view addressee as
  select c.authority, c.operator_id, 'operator' as recipient, c.name, c.language, way.channel, way.address
  from contact c
  left join further_address f on f.authority = c.authority and f.operator_id = c.operator_id
  cross join lateral (values ('mail', c.notice_email), ('sms', f.phone), ('post', f.postal)) as way (channel, address)
  where way.address is not null
  union all
  select authority, null, recipient, null, language, 'mail', email from staff_contact where email is not null;
drop index message_pending;
create index message_pending on message (state, channel, due_at) where state in ('waiting', 'planned', 'sending');
