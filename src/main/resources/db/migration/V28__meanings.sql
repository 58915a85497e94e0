-- What a name that leads to a tag means, as the model says it: where its vector points.
create table tag_meaning (
    word_key bytea        not null,
    -- folded, as it was read then
    words    varchar(128) not null,
    model    varchar(40)  not null,
    -- how long a step is (a float), then a byte a dimension
    vector   bytea        not null,
    -- whether it has been looked for what is near it
    compared boolean      not null,
    constraint pk_tag_meaning primary key (word_key),
    constraint fk_tag_meaning_key foreign key (word_key) references tag_key (word_key) on delete cascade
);

-- Whoever writes what words mean and which are near holds this row: of many processes one at a time.
create table meaning_turn (
    id integer not null,
    constraint pk_meaning_turn primary key (id)
);
insert into meaning_turn (id) values (1);
