-- A proof in a case. Its bytes lie in the evidence store under their digest.
create table evidence (
  id          uuid primary key,
  case_id     uuid not null references case_file,
  authority   text not null,
  operator_id uuid not null,
  digest      text not null check (digest ~ '^[0-9a-f]{64}$'),
  name        text not null,
  type        text not null,
  bytes       bigint not null check (bytes > 0),
  uploaded_at timestamptz not null,
  uploaded_by text not null,
  unique (case_id, digest)
);
create index evidence_of_case on evidence (case_id, id);

-- Who read what, written before the first byte goes out.
create table evidence_read (
  id          uuid primary key,
  evidence_id uuid not null references evidence,
  case_id     uuid not null,
  authority   text not null,
  operator_id uuid not null,
  digest      text not null,
  reader      text not null,
  read_at     timestamptz not null
);
create index evidence_read_of_case on evidence_read (case_id, id);
