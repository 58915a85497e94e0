-- What changed, a row a transaction and topic, in the order in which they were written: what every process keeps in memory
-- follows it. Nothing refers to anything, because leaving is a change too. Takes the place of interest_change.
create table live_change (
    id    bigint generated always as identity,
    topic varchar(20) not null,
    ids   uuid array  not null,
    constraint pk_live_change primary key (id)
);
drop table interest_change;
-- open places are found in memory
drop index ix_group_tag_offered;
alter table group_tag drop column offered;
