-- What is never deleted is never emptied either: a truncate asks no trigger that waits for a delete.
create trigger rectification_order_full before truncate on rectification_order for each statement execute function never_deleted();
create trigger penalty_proceeding_full before truncate on penalty_proceeding for each statement execute function never_deleted();
create trigger case_clock_full before truncate on case_clock for each statement execute function never_deleted();
create trigger document_full before truncate on document for each statement execute function never_deleted();
