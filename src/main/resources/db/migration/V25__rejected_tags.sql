-- What somebody has said they did not mean where it was recognised in their words: it is not offered to them again.
create table rejected_tag (
    person_id   uuid                        not null,
    tag_id      uuid                        not null,
    rejected_at timestamp(6) with time zone not null,
    constraint pk_rejected_tag primary key (person_id, tag_id)
);
create index ix_rejected_tag_tag on rejected_tag (tag_id);
alter table rejected_tag add constraint fk_rejected_tag_person
    foreign key (person_id) references person (id) on delete cascade;
alter table rejected_tag add constraint fk_rejected_tag_tag
    foreign key (tag_id) references tag (id);
