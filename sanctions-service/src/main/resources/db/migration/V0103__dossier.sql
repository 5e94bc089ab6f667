-- The file of a proceeding, sheet by sheet, and the states that came with it.
alter table penalty_proceeding add column dossier jsonb not null default '{"entries": []}';
alter table penalty_proceeding alter column dossier drop default;
update penalty_proceeding set hands = hands || '{"chairs": [], "recused": []}';

alter table penalty_proceeding drop constraint penalty_proceeding_state_check;
alter table penalty_proceeding add constraint penalty_proceeding_state_check check (state in (
  'proposed', 'returned', 'approved', 'noticed', 'defended', 'waived', 'hearing-requested', 'hearing-called', 'hearing-held',
  'decided', 'served', 'paid', 'closed', 'withdrawn', 'revoked', 'transferred'));

-- What was handed over for a crime may come back, as a new proceeding.
drop index penalty_proceeding_once;
create unique index penalty_proceeding_once on penalty_proceeding (order_id) where state not in ('withdrawn', 'transferred');
