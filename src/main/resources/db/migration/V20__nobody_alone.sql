-- The tags with which somebody does not want to be the only one in a group, at most three: the id of each and what they call
-- it, as "id:name,id:name"; null where none.
alter table person add column not_the_only_one_with varchar(600);
