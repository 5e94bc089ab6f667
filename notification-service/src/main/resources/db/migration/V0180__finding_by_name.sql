-- The operator's name as the directory tells it, beside the case, so that a list is found by it and shows it without a join.
alter table known_case add column operator_name text;
update known_case k set operator_name = c.name from contact c where c.authority = k.authority and c.operator_id = k.operator_id;

-- One and two characters of a name, so that two Chinese characters find it by an index: pg_trgm needs three. As in filing-service.
create function name_grams(name text) returns text[] language sql immutable strict parallel safe as $$
  select coalesce(array_agg(distinct substr(lower(name), at, long)), '{}')
  from generate_series(1, char_length(name)) at, generate_series(1, 2) long
  where at + long - 1 <= char_length(name)
$$;

-- What a text means as the beginning of a case's number, and as an id. Constant while a query is planned, so that indexes serve.
create function number_start(asked text) returns text language sql immutable strict parallel safe as $$
  select replace(replace(replace(upper(asked), '\', '\\'), '%', '\%'), '_', '\_') || '%'
$$;
create function meant_id(asked text) returns uuid language sql immutable strict parallel safe as $$
  select case when asked ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then cast(asked as uuid) end
$$;

create index known_case_by_name on known_case using gin (name_grams(operator_name));

-- Filters that a person keeps under a name; they are nobody else's.
create table saved_search (
  id        uuid primary key,
  authority text not null,
  owner     text not null,
  name      text not null,
  filter    text not null,
  version   bigint not null,
  unique (owner, authority, name)
);
