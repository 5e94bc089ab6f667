-- A case may go to another authority, and its open orders with it: the number stays that of the authority that gave it.
alter table rectification_order add column issuer text;
update rectification_order set issuer = authority;
alter table rectification_order alter column issuer set not null;
alter table rectification_order drop constraint rectification_order_number;
alter table rectification_order add constraint rectification_order_number unique (issuer, year, serial);

-- Who holds a case that went to another authority.
create table case_holder (
  case_id   uuid primary key,
  authority text not null,
  sequence  bigint not null
);
create index inspected_case_case on inspected_case (case_id);
