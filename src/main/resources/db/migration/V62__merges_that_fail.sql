-- How often in a row it could not be moved, and when that is tried again: what is behind it goes on meanwhile.
alter table synonym add column failures integer default 0 not null;
alter table synonym add column retry_at timestamp(6) with time zone;
