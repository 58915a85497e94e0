-- What leads to a tag: its own name, and every other that means the same. A key stands for all writings of a name: without
-- hyphens, in UTF-8. Bytes, because both databases then agree what comes first, whatever their collation, and find a prefix
-- by index. One name means one tag.
create table tag_key (
    word_key bytea   not null,
    tag_id   uuid    not null,
    -- whether it is the key of the name that the tag itself has
    own      boolean not null,
    constraint pk_tag_key primary key (word_key),
    constraint fk_tag_key_tag foreign key (tag_id) references tag (id)
);
create index ix_tag_key_tag on tag_key (tag_id);
insert into tag_key (word_key, tag_id, own) select word_key, id, true from tag;
alter table tag drop constraint uq_tag_word_key;
alter table tag drop column word_key;

-- True where Coterie knew the tag before anybody said it: that it is known then tells nothing about anybody.
alter table tag add column common boolean default false not null;

-- What a tag is called in a language: first its label, then what else people write, in this order.
create table tag_label (
    tag_id   uuid         not null,
    -- BCP 47
    language varchar(35)  not null,
    ordinal  integer      not null,
    label    varchar(128) not null,
    constraint pk_tag_label primary key (tag_id, language, ordinal),
    constraint fk_tag_label_tag foreign key (tag_id) references tag (id)
);

-- Which words were brought along, so that they come once.
create table vocabulary (
    name      varchar(40)                 not null,
    loaded_at timestamp(6) with time zone not null,
    constraint pk_vocabulary primary key (name)
);
