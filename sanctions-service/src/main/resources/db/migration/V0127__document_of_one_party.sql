-- A demand is of one penalty, and a decision may be for a person whom it hits: a document notes of which.
alter table document add column penalty int check (penalty > 0);
