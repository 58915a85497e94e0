-- Two people who are not to be in one group. The row says who asked for it; it works both ways, and neither can find out.
create table avoid (
    person_id  uuid                        not null,
    avoided_id uuid                        not null,
    avoided_at timestamp(6) with time zone not null,
    constraint pk_avoid primary key (person_id, avoided_id),
    constraint fk_avoid_person foreign key (person_id) references person (id) on delete cascade,
    constraint fk_avoid_avoided foreign key (avoided_id) references person (id) on delete cascade,
    constraint ck_avoid_other check (person_id <> avoided_id)
);
create index ix_avoid_avoided on avoid (avoided_id, person_id);
