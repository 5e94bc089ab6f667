-- A list is of what an authority holds, and of what others share with it: each is read in the list's own order, from an index with the usual
-- filter in front, so that a first page costs what it shows. What else is usually asked for stands behind, so that what does not fit is
-- passed over within the index. The order is that of uuid_send(id), which is that of id: by the id itself PostgreSQL would read all cases from
-- the first one where it expects to meet the asked ones soon, which where they are all new is wrong.
create index known_case_held on known_case (authority, uuid_send(id));
create index known_case_held_by_phase on known_case (authority, phase, uuid_send(id), province, kind, next_due_at);
create index known_case_held_by_campaign on known_case (authority, campaign_id, uuid_send(id), phase, province, kind);
create index known_case_held_by_province on known_case (authority, province, uuid_send(id), kind, phase);
create index known_case_held_by_kind on known_case (authority, kind, uuid_send(id));
create index known_case_held_by_due on known_case (authority, uuid_send(id), next_due_at) where next_due_at is not null;
create index known_case_held_by_officer on known_case (authority, assigned_to, uuid_send(id)) where assigned_to is not null;
create index known_case_held_by_nobody on known_case (authority, uuid_send(id), phase) where assigned_to is null;
create index known_case_of_its_operator on known_case (operator_id, uuid_send(id));
drop index known_case_of_authority, known_case_by_phase, known_case_by_campaign, known_case_by_province, known_case_by_due,
  known_case_of_officer, known_case_of_nobody, known_case_of_operator;

-- What a shared case is found by, beside who reads it, as the case has it.
alter table case_reader
  add column holder      text,
  add column campaign_id uuid,
  add column phase       text,
  add column province    text,
  add column kind        text,
  add column next_due_at timestamptz,
  add column assigned_to text;
update case_reader r set (holder, campaign_id, phase, province, kind, next_due_at, assigned_to) =
  (c.authority, c.campaign_id, c.phase, c.province, c.kind, c.next_due_at, c.assigned_to)
from known_case c where c.id = r.case_id;
create index case_reader_in_order on case_reader
  (authority, uuid_send(case_id), phase, holder, campaign_id, province, kind, next_due_at, assigned_to);

create function reader_is_told_of_the_case() returns trigger language plpgsql as $$
begin
  select c.authority, c.campaign_id, c.phase, c.province, c.kind, c.next_due_at, c.assigned_to
    into new.holder, new.campaign_id, new.phase, new.province, new.kind, new.next_due_at, new.assigned_to
    from known_case c where c.id = new.case_id;
  return new;
end $$;
create trigger told_of_the_case before insert on case_reader for each row execute function reader_is_told_of_the_case();

create function readers_are_told_of_a_change() returns trigger language plpgsql as $$
begin
  update case_reader set (holder, campaign_id, phase, province, kind, next_due_at, assigned_to) =
    (new.authority, new.campaign_id, new.phase, new.province, new.kind, new.next_due_at, new.assigned_to)
  where case_id = new.id;
  return null;
end $$;
create trigger readers_told after update of authority, campaign_id, phase, province, kind, next_due_at, assigned_to on known_case
  for each row execute function readers_are_told_of_a_change();

-- The parts by which an index finds a text: those of two characters hold those of one.
create function asked_grams(asked text) returns text[] language sql immutable strict parallel safe as $$
  select case when char_length(asked) < 2 then array[lower(asked)]
    else (select array_agg(distinct substr(lower(asked), at, 2)) from generate_series(1, char_length(asked) - 1) at) end
$$;
