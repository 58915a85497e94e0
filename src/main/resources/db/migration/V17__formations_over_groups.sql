-- a formation keeps the groups that still fit, and says whom it has moved

alter table formation add column keep_proposals boolean default false not null;
alter table formation add column groups_kept integer;
alter table formation add column moved_interest integer;
alter table formation add column moved_room integer;
alter table formation add column moved_company integer;
alter table formation add column moved_group integer;
