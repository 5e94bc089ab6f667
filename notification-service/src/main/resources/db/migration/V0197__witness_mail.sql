-- Up to which size each witness was mailed a checkpoint. Who mails takes the row for a while first: none is left out, one may come twice.
create table witness_mail (
  recipient text primary key,
  size      bigint not null default 0,
  due_at    timestamptz not null default '-infinity'
);
