-- The credit risk class that a register may say of an operator, and the one that it had when a case was opened.
alter table registration add column credit_class text check (credit_class in ('A', 'B', 'C', 'D'));
alter table case_file    add column credit_class text check (credit_class in ('A', 'B', 'C', 'D'));
