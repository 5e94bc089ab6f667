-- A rejected order can be referred to those who pursue it; its notes say to whom and why.
alter table rectification_order drop constraint rectification_order_state_check;
alter table rectification_order add constraint rectification_order_state_check
  check (state in ('ordered', 'overdue', 'reported', 'rejected', 'verified', 'suspended', 'referred'));
