-- Who has a case in hand: the subject of an officer's token. Nobody, until it is taken or given.
alter table case_file add column assigned_to text;

-- The officers of an authority that cases can be given to, as each has put down the own name.
create table officer (
  id        uuid primary key,
  authority text not null references authority,
  account   text not null,
  name      text not null,
  unique (authority, account)
);
