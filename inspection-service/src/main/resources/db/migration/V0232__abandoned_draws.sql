-- A draw that gets no seed is abandoned with a reason, for everybody to see, before another is committed to.
alter table draw
  add column abandon_reason text,
  add column abandoned_by   text,
  add column abandoned_at   timestamptz,
  add constraint abandoned_with_a_reason check ((state = 'abandoned') = (abandon_reason is not null));

-- A completed draw announces its replacements, and nothing else about it changes; about an abandoned one nothing does.
create or replace function draw_commitment_is_final() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE'
     or (old.frame, old.frame_digest, old.sample_size, old.seed_source, old.algorithm, old.committed_at, old.commitment,
         old.committed_by)
        is distinct from
        (new.frame, new.frame_digest, new.sample_size, new.seed_source, new.algorithm, new.committed_at, new.commitment,
         new.committed_by)
     or old.state <> 'committed'
        and (old.state, old.authority, old.campaign_id, old.frame_size, old.reason, old.seed, old.record, old.record_digest,
             old.completed_at, old.abandon_reason, old.abandoned_by, old.abandoned_at)
            is distinct from
            (new.state, new.authority, new.campaign_id, new.frame_size, new.reason, new.seed, new.record, new.record_digest,
             new.completed_at, new.abandon_reason, new.abandoned_by, new.abandoned_at) then
    raise exception 'the commitment of a draw is final' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
