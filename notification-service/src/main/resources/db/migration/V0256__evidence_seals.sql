-- What webhooks answered goes into the ledger by seals: the digest of many digests, announced. What is not sealed yet waits in a table of its own.
create table webhook_evidence_unsealed (
  evidence_id uuid primary key references webhook_evidence
);
insert into webhook_evidence_unsealed select id from webhook_evidence;
create table evidence_seal (
  id        uuid primary key,
  digest    text not null,
  sealed_at timestamptz not null
);
create table evidence_sealed (
  seal_id     uuid not null references evidence_seal,
  number      int not null,
  evidence_id uuid not null unique references webhook_evidence,
  digest      text not null,
  primary key (seal_id, number)
);
create trigger evidence_is_append_only before update or delete or truncate on evidence_seal
  for each statement execute function evidence_is_append_only();
create trigger evidence_is_append_only before update or delete or truncate on evidence_sealed
  for each statement execute function evidence_is_append_only();
