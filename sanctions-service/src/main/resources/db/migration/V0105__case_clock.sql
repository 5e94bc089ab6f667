-- Every limit of a case, derived from its orders and proceedings; a former last day stays with the reason why it moved.
create table case_clock (
  id          uuid primary key,
  case_id     uuid not null,
  operator_id uuid not null,
  authority   text not null,
  owner       uuid not null,
  owner_kind  text not null check (owner_kind in ('order', 'proceeding')),
  subject     uuid not null,
  code        text not null,
  by_party    text not null check (by_party in ('authority', 'operator')),
  last_day    date not null,
  basis       text not null,
  otherwise   text not null,
  source      text not null,
  verified    boolean not null,
  running     boolean not null,
  calendar    text not null,
  history     jsonb not null,
  unique (subject, code)
);
create index case_clock_case on case_clock (case_id, last_day);
create index case_clock_owner on case_clock (owner);
create index case_clock_running on case_clock (calendar) where running;

-- What a case was can always be read.
create function never_deleted() returns trigger language plpgsql as $$
begin
  raise exception '% is never deleted', tg_table_name;
end $$;
create trigger rectification_order_stays before delete on rectification_order for each statement execute function never_deleted();
create trigger penalty_proceeding_stays before delete on penalty_proceeding for each statement execute function never_deleted();
create trigger case_clock_stays before delete on case_clock for each statement execute function never_deleted();
