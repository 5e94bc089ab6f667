-- An inspector who was recused after the draw, and who took the place: recorded beside the draw, never in it.
create table inspector_replacement (
  id            uuid primary key,
  draw_id       uuid not null references draw,
  number        int not null,
  record        text not null,
  record_digest text not null,
  made_at       timestamptz not null,
  unique (draw_id, number)
);

create trigger inspector_replacement_is_final before update or delete on inspector_replacement
  for each row execute function draw_replacement_is_final();
