-- The frame of a draw in chunks of canonical lines, written before its draw and never changed. Draws of before have theirs in one text.
create table draw_frame_chunk (
  draw_id uuid not null references draw deferrable initially deferred,
  number  int  not null,
  lines   text not null,
  primary key (draw_id, number)
);

create function frame_is_final() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' or exists (select 1 from draw where id = new.draw_id) then
    raise exception 'the frame of a draw is final' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger frame_is_final before insert or update or delete on draw_frame_chunk
  for each row execute function frame_is_final();
