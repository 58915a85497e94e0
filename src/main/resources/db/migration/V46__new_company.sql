-- who would rather meet people with whom they have not been in a group
alter table person add column new_company boolean default false not null;
