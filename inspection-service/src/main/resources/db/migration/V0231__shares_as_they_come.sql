-- The share of a seed that a body has revealed, when it came: nobody changes it, and nobody who holds all of them leaves one out unseen.
create table seed_reveal (
  id                uuid primary key,
  authority         text not null,
  commitment_digest text not null,
  party             text not null,
  nonce             text not null,
  share             text not null,
  revealed_at       timestamptz not null,
  revealed_by       text not null,
  unique (commitment_digest, party)
);

create function seed_reveal_is_final() returns trigger language plpgsql as $$
begin
  raise exception 'a revealed share is final' using errcode = 'restrict_violation';
end $$;
create trigger seed_reveal_is_final before update or delete on seed_reveal for each row execute function seed_reveal_is_final();

-- Who committed to a draw; dice for a share that did not come are another's to give. Null for draws of before.
alter table draw add column committed_by text;

-- What proves the seed that the inspectors of an inspection for cause were drawn by, in canonical JSON.
alter table inspection add column seed_evidence text;
