-- That a limit passed while it ran is told once, and again when it got another last day.
alter table case_clock add column passed_at timestamptz;
alter table case_clock add column told int not null default 0 check (told >= 0);
create index case_clock_passing on case_clock (last_day, id) where running and passed_at is null;
