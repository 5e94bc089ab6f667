-- What the public may know of an inspection that ended: no texts of findings and no names of persons.
create table publication (
  id             uuid primary key,
  inspection_id  uuid not null unique references inspection,
  authority      text not null,
  operator_id    uuid not null,
  case_id        uuid not null,
  case_number    text not null,
  basis          text not null,
  outcome        text not null,
  items          text not null,
  concluded_at   timestamptz not null,
  state          text not null,
  edition        int not null,
  reason         text,
  published_at   timestamptz not null,
  changed_at     timestamptz not null,
  announced      bigint not null,
  version        bigint not null
);
create index publication_of_authority on publication (authority, id);
create index publication_changed on publication (changed_at desc);
create index inspection_of_campaign on inspection (campaign_id, authority);
