-- Which penalty of its decision a payment is for: a challenge may leave nothing of it. Of duties of before that is not known.
alter table duty add column fine integer;
