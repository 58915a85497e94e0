-- With whom somebody would come to groups, and without whom not. It counts once both have said so; until then it is told to
-- nobody else.
create table companion (
    person_id    uuid                        not null,
    companion_id uuid                        not null,
    named_at     timestamp(6) with time zone not null,
    constraint pk_companion primary key (person_id, companion_id),
    constraint fk_companion_person foreign key (person_id) references person (id) on delete cascade,
    constraint fk_companion_companion foreign key (companion_id) references person (id) on delete cascade,
    constraint ck_companion_other check (person_id <> companion_id)
);
create index ix_companion_companion on companion (companion_id, person_id);
