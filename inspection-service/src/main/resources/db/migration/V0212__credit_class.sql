-- The credit class of the operator as the register had it when the case was opened; empty when it had none.
alter table known_case add column credit_class text not null default '';
