-- A tag is a word people choose, not a row someone curates.
create table tag (
    id         uuid                        not null,
    -- the folded name: 64 characters, which H2 counts as up to 128 UTF-16 code units
    name       varchar(128)                not null,
    -- the name without its hyphens, in UTF-8: two writings with the same key are one tag.
    -- Bytes, because both databases then agree what comes first, whatever their collation, and find a prefix by index
    word_key   bytea                       not null,
    -- how people write it
    label      varchar(128)                not null,
    created_at timestamp(6) with time zone not null,
    constraint pk_tag primary key (id),
    constraint uq_tag_word_key unique (word_key)
);
