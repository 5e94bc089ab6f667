create table thing (id uuid primary key, name text not null, taken int not null default 0);
