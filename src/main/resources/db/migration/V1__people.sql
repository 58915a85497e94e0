-- Somebody who has joined. The id is random: it tells neither when somebody joined nor who came next.
create table person (
    id           uuid                        not null,
    handle       varchar(64)                 not null,
    -- the handle without case: two people never differ by case alone
    handle_key   varchar(64)                 not null,
    display_name varchar(80)                 not null,
    -- BCP 47 tags, comma-separated, best first; empty where unknown
    languages    varchar(200)                not null,
    time_zone    varchar(64),
    joined_at    timestamp(6) with time zone not null,
    constraint pk_person primary key (id),
    constraint uq_person_handle_key unique (handle_key)
);
