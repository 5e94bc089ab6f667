-- A proposal and a decision hold several penalties. Until now each held one: a fine, or a warning.
alter table penalty_proceeding add column penalties jsonb;
alter table penalty_proceeding add column imposed jsonb;

update penalty_proceeding set
  penalties = jsonb_build_object('further', jsonb_build_array(), 'main',
    case kind when 'fine' then jsonb_build_object('kind', kind, 'amountMinor', amount_minor)
              else jsonb_build_object('kind', kind) end),
  imposed = case outcome
    when 'fine' then jsonb_build_object('further', jsonb_build_array(), 'main',
                                        jsonb_build_object('kind', 'fine', 'amountMinor', decided_minor))
    when 'warning' then jsonb_build_object('further', jsonb_build_array(), 'main', jsonb_build_object('kind', 'warning'))
    when 'no-penalty' then jsonb_build_object('further', jsonb_build_array(), 'main', null) end;

alter table penalty_proceeding alter column penalties set not null;
alter table penalty_proceeding add constraint penalty_proceeding_imposed check ((outcome is null) = (imposed is null));

alter table penalty_proceeding drop constraint penalty_proceeding_kind_check;
alter table penalty_proceeding add constraint penalty_proceeding_kind_check check (kind in (
  'warning', 'public-criticism', 'fine', 'confiscation', 'suspension', 'occupation-ban', 'closure', 'licence-revocation'));
alter table penalty_proceeding drop constraint penalty_proceeding_outcome_check;
alter table penalty_proceeding add constraint penalty_proceeding_outcome_check
  check (outcome in ('fine', 'warning', 'other-penalty', 'no-penalty'));
