-- Changes of standing shared the directory's numbers, which are not in the ledger, and so left gaps that nothing could ever fill. Each
-- counts for itself now; what was noted of their old numbers tells nothing.
delete from aggregate_progress where topic = 'regulus.filing.events' and aggregate_type = 'registration';
