-- What has happened and has no place in the order of events yet, written by the transaction in which it happens. Numbers are
-- given before transactions end, so that they are no order in which somebody could read on.
create table event_outbox (
    number      bigint generated always as identity,
    id          uuid                        not null,
    type        varchar(40)                 not null,
    happened_at timestamp(6) with time zone not null,
    -- a JSON object of ids and codes: no names, no texts
    data        varchar(1000)               not null,
    recipients  uuid array                  not null,
    constraint pk_event_outbox primary key (number)
);

-- What happened, in the order in which it is told: whoever sees a position sees all before it.
create table event (
    position     bigint                      not null,
    id           uuid                        not null,
    type         varchar(40)                 not null,
    happened_at  timestamp(6) with time zone not null,
    data         varchar(1000)               not null,
    recipients   uuid array                  not null,
    published_at timestamp(6) with time zone not null,
    constraint pk_event primary key (position),
    constraint uq_event_id unique (id)
);

-- Whom it is told.
create table event_recipient (
    person_id uuid   not null,
    position  bigint not null,
    constraint pk_event_recipient primary key (person_id, position),
    constraint fk_event_recipient_person foreign key (person_id) references person (id) on delete cascade
);
create index ix_event_recipient_position on event_recipient (position);

-- The last position given. Whoever gives the next has locked the row, so that positions are committed in their order.
create table event_turn (
    id            integer not null,
    last_position bigint  not null,
    constraint pk_event_turn primary key (id)
);
insert into event_turn (id, last_position) values (1, 0);
