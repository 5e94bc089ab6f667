-- What the inspectors of an inspection for cause will be drawn from and by, in canonical JSON: fixed before there is a seed.
alter table inspection add column inspector_commitment text;
