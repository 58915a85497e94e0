-- A formation may keep those apart who have been in a group together; where somebody would be left out by that, two who
-- have met are put together again and told so.

alter table formation add column new_company boolean default false not null;
-- how many places are beside somebody whom their owner had met before
alter table formation add column met_again integer;

-- Somebody's place in a group in which they met another again; it reads both ways.
create table met_again (
    group_id  uuid not null,
    person_id uuid not null,
    other_id  uuid not null,
    constraint pk_met_again primary key (group_id, person_id, other_id),
    constraint fk_met_again_person foreign key (group_id, person_id)
        references membership (group_id, person_id) on delete cascade,
    constraint fk_met_again_other foreign key (group_id, other_id)
        references membership (group_id, person_id) on delete cascade
);
create index ix_met_again_other on met_again (group_id, other_id);
