-- A decision that was taken back leaves nothing: its order goes on, and a new proceeding may follow.
drop index penalty_proceeding_once;
create unique index penalty_proceeding_once on penalty_proceeding (order_id)
  where state not in ('withdrawn', 'transferred', 'revoked');
