-- What an authority knows of an operator beyond its entry in the register; JSON where nothing is looked for by it.
alter table registration
  add column status                  text not null default 'active',
  add column business_types          text[] not null default '{}',
  add column further_provinces       text[] not null default '{}',
  add column further_licence_numbers text[] not null default '{}',
  add column inventory_kinds         text[] not null default '{}',
  add column further_licences        text not null default '[]',
  add column systems                 text not null default '[]',
  add column contacts                text not null default '[]';

create table registration_status (
  id              uuid primary key,
  registration_id uuid not null references registration,
  authority       text not null,
  operator_id     uuid not null,
  status          text not null,
  reason          text not null,
  changed_at      timestamptz not null,
  changed_by      text not null
);
create index status_of_registration on registration_status (registration_id, id);

-- One and two characters of a name, so that two Chinese characters find it by an index: pg_trgm needs three.
create function name_grams(name text) returns text[] language sql immutable strict parallel safe as $$
  select coalesce(array_agg(distinct substr(lower(name), at, long)), '{}')
  from generate_series(1, char_length(name)) at, generate_series(1, 2) long
  where at + long - 1 <= char_length(name)
$$;

create index registration_of_authority on registration (authority, id);
create index registration_of_operator on registration (operator_id, id);
create index registration_by_uscc on registration (uscc);
create index registration_by_name on registration using gin (name_grams(name));
create index registration_by_licence on registration (licence_number);
create index registration_by_further_licence on registration using gin (further_licence_numbers);
create index registration_by_province on registration (authority, province, id);
create index registration_by_further_province on registration using gin (further_provinces);
create index registration_by_kind on registration using gin (system_kinds);
create index registration_by_inventory_kind on registration using gin (inventory_kinds);
