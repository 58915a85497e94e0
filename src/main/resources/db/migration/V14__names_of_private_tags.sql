-- False where everybody who has written the tag keeps that to themselves: it then waits for its name, and the column holds
-- the key that all writings share. Who writes it next is not to read how somebody else had written it.
alter table tag add column named boolean default true not null;
