-- Who has a case in hand, and by which event of the case that was last told.
alter table known_case add column assigned_to text;
alter table known_case add column assignment bigint not null default 0;
create index known_case_of_officer on known_case (authority, assigned_to, id) where assigned_to is not null;
