-- The record of what was seen, asked and answered on site. Entries are added, never changed.
create table onsite_record (
  id            uuid primary key,
  inspection_id uuid not null unique references inspection,
  authority     text not null,
  operator_id   uuid not null,
  case_id       uuid not null,
  state         text not null,
  digest        text not null,
  entries       int not null,
  signature     text,
  signed_at     timestamptz,
  announced     bigint not null,
  version       bigint not null
);

create table onsite_entry (
  id          uuid primary key,
  record_id   uuid not null references onsite_record,
  number      int not null,
  kind        text not null,
  content     text not null,
  digest      text not null,
  noted_by    text not null,
  received_at timestamptz not null,
  unique (record_id, number)
);

create function onsite_entry_is_final() returns trigger language plpgsql as $$
begin
  raise exception 'an entry of an on-site record is final' using errcode = 'restrict_violation';
end $$;
create trigger onsite_entry_is_final before update or delete on onsite_entry for each row execute function onsite_entry_is_final();
