-- A time that was rounded up to the end of the day is on no clock.
update officer_setting set
  digest_at = case when digest_at < '24:00' then digest_at when digest_at is not null then time '00:00' end,
  quiet_from = case when quiet_from < '24:00' then quiet_from when quiet_from is not null then time '00:00' end,
  quiet_until = case when quiet_until < '24:00' then quiet_until when quiet_until is not null then time '00:00' end;
alter table officer_setting add constraint officer_setting_hours
  check (digest_at < '24:00' and quiet_from < '24:00' and quiet_until < '24:00');

-- Why a message failed. Earlier ones did not say.
alter table message add column failure text
  check (failure in ('no-address', 'refused', 'address-unusable'));
