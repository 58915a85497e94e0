-- Keys of names of the tag that gave way that were taken back while two were one: what was said by them before goes to that one.
create table moved_tag_lost (
    move_id  uuid  not null,
    word_key bytea not null,
    constraint pk_moved_tag_lost primary key (move_id, word_key)
);
