-- Whether the operator was told of the inspection: by the notice, or by the interview that was fixed with it. Before, it does not see it.
alter table inspection add column told boolean not null default false;
update inspection i set told = true
where noticed_at is not null or state in ('scheduled', 'held', 'concluded')
   or exists (select 1 from interview v where v.inspection_id = i.id);
