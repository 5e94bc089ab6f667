-- What a partner asked for goes to its webhook, or to the topic that is its own: one of these each, for two would mix their orders.
-- round counts how often it was begun again: what the topic has of a former round says nothing about this one.
alter table subscription
  add column kind text not null default 'webhook' check (kind in ('webhook', 'topic')),
  add column round int not null default 1,
  alter column url drop not null,
  alter column secret drop not null,
  add check (kind = 'topic' or (url is not null and secret is not null));
create unique index subscription_topic on subscription (partner) where kind = 'topic';
