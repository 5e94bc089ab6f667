-- Where nearly every case is in somebody's hands, the few that are not are found without looking at the others.
create index known_case_of_nobody on known_case (authority, id) where assigned_to is null;
