-- An order can be suspended. Its notes, evidence and moved dates live in its contents, where absent means none.
alter table rectification_order drop constraint rectification_order_state_check;
alter table rectification_order add constraint rectification_order_state_check
  check (state in ('ordered', 'overdue', 'reported', 'rejected', 'verified', 'suspended'));
