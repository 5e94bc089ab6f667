alter table campaign add column late_policy text not null default 'accept-marked';

-- What an officer said who closed the case by hand, and who that was.
alter table case_file
  add column closing_note text,
  add column closed_by    text;
