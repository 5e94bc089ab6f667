-- Whether an authority is the nation's, a province's or a sector's; null where nobody has said.
alter table authority add column level text check (level in ('national', 'provincial', 'sector'));
