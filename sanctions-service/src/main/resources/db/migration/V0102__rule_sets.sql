-- A proceeding keeps how it was weighed and why it was decided so. What was proposed before says what is known of it.
alter table penalty_proceeding add column weighing jsonb;
alter table penalty_proceeding add column reasons jsonb;

update penalty_proceeding set
  provision = (provision - 'needsRefusal') || jsonb_build_object(
    'law', provision ->> 'id', 'conduct', 'unspecified', 'addressee', 'operator',
    'precondition', case when (provision ->> 'needsRefusal')::boolean then 'refusal' else 'none' end),
  weighing = jsonb_build_object(
    'addressee', 'operator', 'refused', (provision ->> 'needsRefusal')::boolean, 'consequence', 'none',
    'circumstances', jsonb_build_array(), 'currency', currency, 'alsoUnder', jsonb_build_array(), 'steps', jsonb_build_array()),
  reasons = case when outcome is not null then jsonb_build_object('steps', jsonb_build_array()) end;

alter table penalty_proceeding alter column weighing set not null;
