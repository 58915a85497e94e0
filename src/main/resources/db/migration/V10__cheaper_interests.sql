-- H2 keeps an index of its own for each foreign key, and every interest pays for it with each write. Two of them held
-- nothing together: a tag is never deleted, and what came of a signal is unsaid by name before the signal goes.
alter table interest drop constraint fk_interest_tag;
alter table interest drop constraint fk_interest_signal;
drop index ix_interest_signal;
