-- The last index that H2 kept for a foreign key of an interest. Whoever writes interests holds their person still, so that
-- nobody's are written while they leave; and leaving takes them along by name.
alter table interest drop constraint fk_interest_person;
