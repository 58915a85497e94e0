-- As people wrote what they say no to, and what a purpose is about: where two tags are two again, it goes to the one whose name
-- that is. Null where nobody wrote it.
alter table rejected_tag add column written varchar(128);
alter table moved_rejected_tag add column written varchar(128);
alter table group_tag add column written varchar(128);
alter table moved_group_tag add column written varchar(128);
