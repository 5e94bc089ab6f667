create extension if not exists btree_gist;

-- What this service knows of cases, from the events of the filing-service.
create table known_case (
  id           uuid primary key,
  authority    text not null,
  operator_id  uuid not null,
  campaign_id  uuid,
  case_number  text not null,
  province     text not null,
  filing       text not null default 'none',
  overdue      boolean not null default false,
  closed       boolean not null default false,
  inspected    boolean not null default false
);
create index known_case_of_campaign on known_case (campaign_id, id);
create index known_case_of_authority on known_case (authority, id);

create table inspector (
  id                uuid primary key,
  authority         text not null,
  name              text not null,
  staff_number      text not null,
  account           text,
  recused_operators uuid[] not null,
  active            boolean not null,
  version           bigint not null,
  unique (authority, staff_number)
);

create table draw (
  id            uuid primary key,
  authority     text not null,
  campaign_id   uuid not null,
  state         text not null,
  algorithm     text not null,
  frame         text not null,
  frame_size    int not null,
  frame_digest  text not null,
  sample_size   int not null,
  seed_source   text not null,
  reason        text,
  seed          text,
  record        text,
  record_digest text,
  committed_at  timestamptz not null,
  completed_at  timestamptz,
  announced     bigint not null,
  version       bigint not null
);
create index draw_of_campaign on draw (campaign_id);

-- What was committed is what is drawn from: nobody may change it afterwards.
create function draw_commitment_is_final() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.state = 'completed'
     or (old.frame, old.frame_digest, old.sample_size, old.seed_source, old.algorithm, old.committed_at)
        is distinct from (new.frame, new.frame_digest, new.sample_size, new.seed_source, new.algorithm, new.committed_at) then
    raise exception 'the commitment of a draw is final' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger draw_commitment_is_final before update or delete on draw for each row execute function draw_commitment_is_final();

create table inspection (
  id           uuid primary key,
  authority    text not null,
  operator_id  uuid not null,
  case_id      uuid not null,
  case_number  text not null,
  campaign_id  uuid,
  cause        text not null,
  draw_id      uuid references draw,
  state        text not null,
  opened_at    timestamptz not null,
  inspector_ids uuid[] not null,
  findings     text not null,
  outcome      text,
  concluded_at timestamptz,
  announced    bigint not null,
  version      bigint not null
);
create unique index one_open_inspection_of_a_case on inspection (case_id) where state <> 'concluded';
create index inspection_of_authority on inspection (authority, id);
create index inspection_of_operator on inspection (operator_id, id);

create table interview (
  id            uuid primary key,
  inspection_id uuid not null unique references inspection,
  authority     text not null,
  operator_id   uuid not null,
  case_id       uuid not null,
  state         text not null,
  starts_at     timestamptz not null,
  ends_at       timestamptz not null,
  place         text not null,
  held_at       timestamptz,
  attendees     int,
  summary       text,
  announced     bigint not null,
  version       bigint not null
);

-- The last word on who is where when: no inspector is at two interviews at the same time.
create table engagement (
  interview_id uuid not null references interview,
  inspector_id uuid not null references inspector,
  during       tstzrange not null,
  primary key (interview_id, inspector_id),
  constraint inspector_is_free exclude using gist (inspector_id with =, during with &&)
);
