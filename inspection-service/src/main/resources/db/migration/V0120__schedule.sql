-- What an inspector speaks (ISO 639 codes), and when one is away.
alter table inspector add column languages text[] not null default '{zh}';

create table inspector_leave (
  id           uuid primary key,
  authority    text not null,
  inspector_id uuid not null references inspector,
  starts_at    timestamptz not null,
  ends_at      timestamptz not null,
  check (starts_at < ends_at)
);
create index inspector_leave_of_inspector on inspector_leave (inspector_id, ends_at);

-- JSON: the language of the interview, its place, and when the operator would rather be visited.
alter table inspection add column wishes text not null default '{}';

-- Working papers: what a solver proposes and an officer changes, until it is published.
create table schedule_proposal (
  id          uuid primary key,
  authority   text not null,
  campaign_id uuid,
  based_on    uuid references schedule_proposal,
  state       text not null,
  first_day   date not null,
  days        int not null,
  minutes     int not null,
  seconds     int not null,
  as_of     timestamptz not null,
  lease_until timestamptz,
  spent_ms    bigint not null default 0,
  hard        bigint,
  unplanned   bigint,
  points      bigint,
  adjustments int not null default 0,
  version     bigint not null
);
create index schedule_proposal_of_authority on schedule_proposal (authority, id);
create index schedule_proposal_to_solve on schedule_proposal (id) where state in ('waiting', 'solving');

create table schedule_item (
  id            uuid primary key,
  proposal_id   uuid not null references schedule_proposal,
  authority     text not null,
  inspection_id uuid not null references inspection,
  case_number   text not null,
  starts_at     timestamptz,
  ends_at       timestamptz,
  announced_at  timestamptz,
  pinned        boolean not null,
  place         text not null,
  remarks       text not null,
  outcome       text,
  unique (proposal_id, inspection_id)
);
