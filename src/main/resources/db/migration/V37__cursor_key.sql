-- Cursors are sealed, so that nobody makes one up; all replicas seal with the same key.
create table cursor_key (
    id     smallint    not null,
    secret varchar(64) not null,
    constraint pk_cursor_key primary key (id)
);
