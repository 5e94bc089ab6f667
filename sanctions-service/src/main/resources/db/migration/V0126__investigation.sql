-- A case can be filed and investigated before anything is proposed.
alter table penalty_proceeding alter column proposed_at drop not null;
alter table penalty_proceeding drop constraint penalty_proceeding_state_check;
alter table penalty_proceeding add constraint penalty_proceeding_state_check check (state in (
  'filed', 'investigated', 'proposed', 'returned', 'approved', 'noticed', 'defended', 'waived', 'hearing-requested', 'hearing-called',
  'hearing-held', 'decided', 'served', 'paid', 'closed', 'withdrawn', 'revoked', 'transferred'));
