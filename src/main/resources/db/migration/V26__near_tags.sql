-- Which tags mean nearly the same, both ways round, and how sure that is.
create table near_tag (
    tag_id     uuid             not null,
    near_id    uuid             not null,
    confidence double precision not null,
    constraint pk_near_tag primary key (tag_id, near_id),
    constraint fk_near_tag_tag foreign key (tag_id) references tag (id),
    constraint fk_near_tag_near foreign key (near_id) references tag (id),
    constraint ck_near_tag_other check (tag_id <> near_id),
    constraint ck_near_tag_confidence check (confidence > 0 and confidence <= 1)
);
create index ix_near_tag_near on near_tag (near_id);

-- Formations of before knew nothing of it.
alter table formation add column near_tags boolean default false not null;
