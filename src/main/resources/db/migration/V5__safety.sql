-- Two people who must not meet. The row says who asked for it; it works both ways.
create table block (
    person_id  uuid                        not null,
    blocked_id uuid                        not null,
    blocked_at timestamp(6) with time zone not null,
    constraint pk_block primary key (person_id, blocked_id),
    constraint fk_block_person foreign key (person_id) references person (id) on delete cascade,
    constraint fk_block_blocked foreign key (blocked_id) references person (id) on delete cascade,
    constraint ck_block_other check (person_id <> blocked_id)
);
create index ix_block_blocked on block (blocked_id, person_id);
