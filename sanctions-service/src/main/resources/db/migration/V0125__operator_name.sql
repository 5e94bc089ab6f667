-- What operators are called, by the authority that registered them: documents name whom they are for.
create table operator_name (
  operator_id uuid not null,
  authority   text not null,
  name        text not null,
  sequence    bigint not null,
  primary key (operator_id, authority)
);
