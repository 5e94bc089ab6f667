-- Who is suspended or has ceased: few, so that this index is small.
create index registration_by_status on registration (authority, status, id) where status <> 'active';
