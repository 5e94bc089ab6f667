-- A drawn case that fell out, and who took the place: recorded beside the draw, never in it.
create table draw_replacement (
  id                 uuid primary key,
  draw_id            uuid not null references draw,
  authority          text not null,
  number             int not null,
  removed_case_id    uuid not null,
  substitute_case_id uuid not null,
  reason             text not null,
  record             text not null,
  record_digest      text not null,
  made_at            timestamptz not null,
  unique (draw_id, number),
  unique (draw_id, removed_case_id),
  unique (draw_id, substitute_case_id)
);

create function draw_replacement_is_final() returns trigger language plpgsql as $$
begin
  raise exception 'a replacement in a draw is final' using errcode = 'restrict_violation';
end $$;
create trigger draw_replacement_is_final before update or delete on draw_replacement
  for each row execute function draw_replacement_is_final();

-- A completed draw announces its replacements, and nothing else about it changes.
create or replace function draw_commitment_is_final() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE'
     or (old.frame, old.frame_digest, old.sample_size, old.seed_source, old.algorithm, old.committed_at, old.commitment)
        is distinct from
        (new.frame, new.frame_digest, new.sample_size, new.seed_source, new.algorithm, new.committed_at, new.commitment)
     or old.state = 'completed'
        and (old.state, old.authority, old.campaign_id, old.frame_size, old.reason, old.seed, old.record, old.record_digest,
             old.completed_at)
            is distinct from
            (new.state, new.authority, new.campaign_id, new.frame_size, new.reason, new.seed, new.record, new.record_digest,
             new.completed_at) then
    raise exception 'the commitment of a draw is final' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

drop index one_open_inspection_of_a_case;
create unique index one_open_inspection_of_a_case on inspection (case_id) where state not in ('concluded', 'replaced');
create index inspection_of_draw on inspection (draw_id, case_id);
