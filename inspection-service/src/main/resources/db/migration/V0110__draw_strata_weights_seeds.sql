-- What a draw's frame can be filtered, grouped and weighted by.
alter table known_case
  add column licence_class text not null default '',
  add column system_kinds  text[] not null default '{}',
  add column risk_score    int;

-- What is published before the seed, in canonical JSON. Draws of before have none.
alter table draw add column commitment text not null default '';

create index inspection_of_operator_opened on inspection (authority, operator_id, opened_at);

create or replace function draw_commitment_is_final() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.state = 'completed'
     or (old.frame, old.frame_digest, old.sample_size, old.seed_source, old.algorithm, old.committed_at, old.commitment)
        is distinct from
        (new.frame, new.frame_digest, new.sample_size, new.seed_source, new.algorithm, new.committed_at, new.commitment) then
    raise exception 'the commitment of a draw is final' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
