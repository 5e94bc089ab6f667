-- A case under inspection for cause that was drawn, too, while its operator did not know: it counts in public as one that was drawn.
-- What was drawn so before cannot be told apart here; frames keep those cases until their operator is told.
alter table inspection add column also_drawn boolean not null default false;
