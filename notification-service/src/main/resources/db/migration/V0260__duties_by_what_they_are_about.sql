-- Two orders in one case are two duties of one kind. What a duty of before is about was not noted: it stands for whatever its case has.
alter table duty add column about uuid;
update duty set about = case_id;
alter table duty alter column about set not null;
alter table duty drop constraint duty_case_id_kind_key;
alter table duty add unique (case_id, kind, about);

alter table reminder add column about uuid;
update reminder set about = case_id;
alter table reminder alter column about set not null;
alter table reminder drop constraint reminder_case_id_kind_days_key;
alter table reminder add unique (case_id, kind, about, days);
