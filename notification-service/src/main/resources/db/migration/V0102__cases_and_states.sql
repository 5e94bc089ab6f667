-- Cases that some event has told of, in whatever order the events came.
create table known_case (
  id          uuid primary key,
  authority   text not null,
  operator_id uuid,
  case_number text
);
insert into known_case (id, authority, operator_id, case_number)
  select distinct on (t.case_id) t.case_id, t.authority, t.operator_id, n.case_number
  from timeline_entry t left join case_number n on n.case_id = t.case_id order by t.case_id, t.id;
drop table case_number;
create index known_case_of_operator on known_case (operator_id, id);
create index known_case_of_authority on known_case (authority, id);

-- What a message's text names of its event (dates, amounts), by field; and the states with their one clock.
alter table message rename column next_attempt_at to due_at;
alter table message add column facts text not null default '{}';
alter table message add constraint message_state check (state in ('waiting', 'planned', 'sending', 'served', 'failed'));
drop index message_pending;
create index message_pending on message (state, due_at) where state in ('waiting', 'planned', 'sending');
create index message_of_case on message (case_id, id);
