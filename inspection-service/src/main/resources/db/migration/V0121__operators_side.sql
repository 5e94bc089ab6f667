-- What drew the inspectors: the substitute of a recused one follows from it. Old inspections for cause kept none.
alter table inspection
  add column seed       text,
  add column items      text not null default '[]',
  add column noticed_at timestamptz;
update inspection set seed = (select seed from draw where draw.id = draw_id) where draw_id is not null;

alter table interview add column confirmed_at timestamptz;

-- What an operator asks for: another slot, or another inspector.
create table inspection_request (
  id            uuid primary key,
  inspection_id uuid not null references inspection,
  authority     text not null,
  operator_id   uuid not null,
  case_id       uuid not null,
  kind          text not null,
  inspector_id  uuid,
  ground        text,
  reason        text not null,
  preferred     text not null,
  state         text not null,
  answer        text,
  made_at       timestamptz not null,
  decided_at    timestamptz,
  announced     bigint not null,
  version       bigint not null
);
create index inspection_request_of_inspection on inspection_request (inspection_id, id);
create unique index one_open_request_of_a_kind on inspection_request (inspection_id, kind) where state = 'made';

-- A calendar program subscribes with a secret address; only the digest of the secret is kept.
create table calendar_feed (
  id           uuid primary key,
  authority    text not null,
  inspector_id uuid not null references inspector,
  token_digest text not null unique,
  made_at      timestamptz not null,
  revoked_at   timestamptz
);
create index calendar_feed_of_inspector on calendar_feed (inspector_id, id);
create index engagement_of_inspector on engagement (inspector_id);
