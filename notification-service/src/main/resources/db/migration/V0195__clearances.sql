-- How much of an authority's events a partner is told: fields above it are left out. The lowest, unless somebody says more.
alter table partner_grant
  add column clearance text not null default 'public' check (clearance in ('public', 'restricted', 'confidential'));

-- A partner may want to be told less than it may.
alter table subscription add column classification text;
