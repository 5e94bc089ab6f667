-- What was published, and each correction of it, stays as it was.
create table campaign_version (
  campaign_id   uuid not null references campaign,
  number        int not null,
  title_zh      text not null,
  title_en      text not null,
  legal_basis   text not null,
  questionnaire text not null,
  filing_due_at timestamptz not null,
  reason        text,
  made_at       timestamptz not null,
  made_by       text not null,
  primary key (campaign_id, number)
);
create function campaign_version_is_final() returns trigger language plpgsql as $$
begin
  raise exception 'what was published is final' using errcode = 'restrict_violation';
end $$;
create trigger campaign_version_is_final before update or delete on campaign_version
  for each row execute function campaign_version_is_final();

alter table campaign add column correction int not null default 0;
alter table campaign add column reminders int[] not null default '{7,1}';

insert into campaign_version (campaign_id, number, title_zh, title_en, legal_basis, questionnaire, filing_due_at, made_at, made_by)
select id, 0, title_zh, title_en, legal_basis, questionnaire, filing_due_at, filing_opens_at, '' from campaign where state <> 'draft';

-- The version of the campaign that a case answers, and that a submission answered.
alter table case_file add column correction int not null default 0;
alter table submission add column correction int not null default 0;
