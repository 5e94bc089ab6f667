-- Where an inspector gets the invitations to interviews, and how often the register's entry was announced.
alter table inspector add column email text;
alter table inspector add column announced bigint not null default 0;
