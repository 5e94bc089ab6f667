-- How often it was tried to mail somebody that it was given up: where nobody can be reached, that ends.
alter table subscription add column told_tries integer not null default 0;
