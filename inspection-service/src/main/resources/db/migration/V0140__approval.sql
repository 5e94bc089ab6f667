-- Planned by one officer, approved by another, and only then told to the operator. Inspections opened before are planned and approved first.
alter table inspection
  add column plan        text,
  add column planned_by  text,
  add column planned_at  timestamptz,
  add column approved_by text,
  add column approved_at timestamptz,
  add constraint approved_by_another check (approved_by is null or approved_by <> planned_by);
