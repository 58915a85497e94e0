-- A tag that hardly anybody holds is near a known word of which it is a slip only until more hold it.
alter table near_tag add column slip boolean default false not null;
