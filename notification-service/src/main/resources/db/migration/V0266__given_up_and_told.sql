-- Whoever runs the platform is mailed once that a subscription was given up. Who mails takes the row for a while first: it may come twice.
alter table subscription
  add column told     boolean not null default false,
  add column told_due timestamptz not null default '-infinity';
-- Of those of before it was seen where they are listed.
update subscription set told = true where disabled_at is not null;
