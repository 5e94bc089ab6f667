-- The law of 2021 knows the lowering of a qualification (Art. 9): a kind of penalty since now.
alter table penalty_proceeding drop constraint penalty_proceeding_kind_check;
alter table penalty_proceeding add constraint penalty_proceeding_kind_check check (kind in (
  'warning', 'public-criticism', 'fine', 'confiscation', 'suspension', 'licence-downgrade', 'occupation-ban', 'closure',
  'licence-revocation'));
