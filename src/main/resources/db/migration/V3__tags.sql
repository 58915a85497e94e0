-- A tag is a word people choose, not a row someone curates.
create table tag (
    id         uuid                        not null,
    -- the folded name, by which two writings are one
    name       varchar(64)                 not null,
    -- how people write it
    label      varchar(64)                 not null,
    created_at timestamp(6) with time zone not null,
    constraint pk_tag primary key (id),
    constraint uq_tag_name unique (name)
);
