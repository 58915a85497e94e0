-- Where everything went that had a tag's name: null where it stands for itself.
alter table tag add column merged_into uuid;
create index ix_tag_merged_into on tag (merged_into);
alter table tag add constraint fk_tag_merged_into foreign key (merged_into) references tag (id);

-- A move of all that is under one tag to another, or back, of which something may still have to be moved.
create table tag_move (
    id        uuid                        not null,
    from_id   uuid                        not null,
    to_id     uuid                        not null,
    -- whether it is undone
    back      boolean                     not null,
    -- when the names became one
    merged_at timestamp(6) with time zone not null,
    begun_at  timestamp(6) with time zone not null,
    -- whether everything is still to be moved, and not only what comes late
    at_work   boolean                     not null,
    constraint pk_tag_move primary key (id)
);

-- What was where before a move, so that it can be undone: each room keeps its own. A row a thing that moved, and one for what
-- stood there already where two became one.

create table moved_tag_key (
    move_id  uuid    not null,
    word_key bytea   not null,
    own      boolean not null,
    constraint pk_moved_tag_key primary key (move_id, word_key)
);

create table moved_tag_label (
    move_id  uuid         not null,
    tag_id   uuid         not null,
    language varchar(35)  not null,
    ordinal  integer      not null,
    label    varchar(128) not null,
    constraint pk_moved_tag_label primary key (move_id, tag_id, language, ordinal)
);

-- The tags that only the move has made well known.
create table moved_tag_common (
    move_id uuid not null,
    constraint pk_moved_tag_common primary key (move_id)
);

create table moved_interest (
    move_id       uuid                        not null,
    person_id     uuid                        not null,
    tag_id        uuid                        not null,
    label         varchar(128)                not null,
    stance        varchar(8)                  not null,
    strength      smallint                    not null,
    visibility    varchar(12)                 not null,
    why           varchar(560),
    expressed_at  timestamp(6) with time zone not null,
    until_at      timestamp(6) with time zone,
    matches_until timestamp(6) with time zone not null,
    signal_id     uuid,
    constraint pk_moved_interest primary key (move_id, person_id, tag_id)
);
create index ix_moved_interest_person on moved_interest (person_id);
alter table moved_interest add constraint fk_moved_interest_person
    foreign key (person_id) references person (id) on delete cascade;

create table moved_signal_tag (
    move_id    uuid        not null,
    signal_id  uuid        not null,
    tag_id     uuid        not null,
    starts_at  integer,
    ends_at    integer,
    source     varchar(8)  not null,
    confidence double precision,
    confirmed  boolean     not null,
    constraint pk_moved_signal_tag primary key (move_id, signal_id, tag_id)
);
create index ix_moved_signal_tag_signal on moved_signal_tag (signal_id);
alter table moved_signal_tag add constraint fk_moved_signal_tag_signal
    foreign key (signal_id) references signal (id) on delete cascade;

create table moved_rejected_tag (
    move_id     uuid                        not null,
    person_id   uuid                        not null,
    tag_id      uuid                        not null,
    rejected_at timestamp(6) with time zone not null,
    constraint pk_moved_rejected_tag primary key (move_id, person_id, tag_id)
);
create index ix_moved_rejected_tag_person on moved_rejected_tag (person_id);
alter table moved_rejected_tag add constraint fk_moved_rejected_tag_person
    foreign key (person_id) references person (id) on delete cascade;

create table moved_kindred (
    move_id   uuid         not null,
    person_id uuid         not null,
    -- not_the_only_one_with, as it was
    named     varchar(600) not null,
    constraint pk_moved_kindred primary key (move_id, person_id)
);
create index ix_moved_kindred_person on moved_kindred (person_id);
alter table moved_kindred add constraint fk_moved_kindred_person
    foreign key (person_id) references person (id) on delete cascade;

create table moved_group_tag (
    move_id   uuid     not null,
    group_id  uuid     not null,
    tag_id    uuid     not null,
    position  smallint not null,
    disclosed boolean  not null,
    constraint pk_moved_group_tag primary key (move_id, group_id, tag_id)
);
create index ix_moved_group_tag_group on moved_group_tag (group_id);
alter table moved_group_tag add constraint fk_moved_group_tag_group
    foreign key (group_id) references peer_group (id) on delete cascade;

create table moved_reasons (
    move_id   uuid          not null,
    group_id  uuid          not null,
    person_id uuid          not null,
    because   varchar(2000) not null,
    constraint pk_moved_reasons primary key (move_id, group_id, person_id)
);
create index ix_moved_reasons_membership on moved_reasons (group_id, person_id);
alter table moved_reasons add constraint fk_moved_reasons_membership
    foreign key (group_id, person_id) references membership (group_id, person_id) on delete cascade;

-- That two tags are one: proposed, in effect, undone.
create table synonym (
    id           uuid                        not null,
    -- as it was proposed
    tag_id       uuid                        not null,
    same_as_id   uuid                        not null,
    -- BCP 47, where the one is what the other is called in a language
    language     varchar(35),
    -- of the two the one that gives way and the one that stays; null until it is decided
    gone_id      uuid,
    kept_id      uuid,
    state        varchar(10)                 not null,
    -- both ids, while it is only proposed: two are proposed once at a time
    open_pair    varchar(73),
    progress     double precision            not null,
    created_at   timestamp(6) with time zone not null,
    ends_at      timestamp(6) with time zone not null,
    -- since when it waits for its turn, to be done or undone; null where it does not
    queued_at    timestamp(6) with time zone,
    -- since when the names are one
    merged_at    timestamp(6) with time zone,
    undo_until   timestamp(6) with time zone,
    -- when it is looked once more for what was written meanwhile; null where that is done
    look_again_at timestamp(6) with time zone,
    -- the process that is at it, and when it said so last
    worker       uuid,
    heartbeat_at timestamp(6) with time zone,
    constraint pk_synonym primary key (id),
    constraint uq_synonym_open_pair unique (open_pair),
    constraint ck_synonym_state
        check (state = any (array['PROPOSED', 'AGREED', 'MERGING', 'MERGED', 'UNDOING', 'UNDONE', 'DECLINED', 'EXPIRED']))
);
create index ix_synonym_tag on synonym (tag_id, id);
create index ix_synonym_same_as on synonym (same_as_id, id);
create index ix_synonym_state on synonym (state, id);
alter table synonym add constraint fk_synonym_tag foreign key (tag_id) references tag (id);
alter table synonym add constraint fk_synonym_same_as foreign key (same_as_id) references tag (id);

-- What somebody thinks of a proposal; told to nobody.
create table synonym_voice (
    synonym_id uuid                        not null,
    person_id  uuid                        not null,
    agrees     boolean                     not null,
    said_at    timestamp(6) with time zone not null,
    constraint pk_synonym_voice primary key (synonym_id, person_id)
);
create index ix_synonym_voice_person on synonym_voice (person_id);
alter table synonym_voice add constraint fk_synonym_voice_synonym
    foreign key (synonym_id) references synonym (id) on delete cascade;
alter table synonym_voice add constraint fk_synonym_voice_person
    foreign key (person_id) references person (id) on delete cascade;
