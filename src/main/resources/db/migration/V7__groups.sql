-- A few people with a purpose.
create table peer_group (
    id             uuid                        not null,
    name           varchar(120)                not null,
    statement      varchar(500)                not null,
    state          varchar(10)                 not null,
    closed_because varchar(10),
    min_size       integer                     not null,
    max_size       integer                     not null,
    -- places taken: invited or active
    member_count   integer                     not null,
    -- of these, active ones: who has accepted or founded it
    active_count   integer                     not null,
    cohesion       double precision,
    formation_id   uuid,
    created_at     timestamp(6) with time zone not null,
    closed_at      timestamp(6) with time zone,
    constraint pk_peer_group primary key (id),
    constraint fk_peer_group_formation foreign key (formation_id) references formation (id) on delete set null,
    constraint ck_peer_group_state check (state in ('PROPOSED', 'ACTIVE', 'QUIET', 'DORMANT', 'CLOSED')),
    constraint ck_peer_group_closed check (closed_because in ('EXPIRED', 'EMPTY', 'SOLVED', 'MERGED', 'SPLIT')),
    constraint ck_peer_group_sizes check (2 <= min_size and min_size <= max_size and max_size <= 12)
);
create index ix_peer_group_state on peer_group (state, id);
create index ix_peer_group_formation on peer_group (formation_id, id);

-- The purpose of a group, most decisive tag first.
create table group_tag (
    group_id  uuid     not null,
    tag_id    uuid     not null,
    position  smallint not null,
    -- false where a member holds it for matching only: then only members who hold it read it
    disclosed boolean  not null,
    -- whether the group may be offered to others: it has room and is neither dormant nor closed
    offered   boolean  not null,
    constraint pk_group_tag primary key (group_id, tag_id),
    constraint fk_group_tag_group foreign key (group_id) references peer_group (id) on delete cascade,
    constraint fk_group_tag_tag foreign key (tag_id) references tag (id)
);
create index ix_group_tag_tag on group_tag (tag_id, group_id);
-- the open places behind a tag, without passing by those that are full or over
create index ix_group_tag_offered on group_tag (offered, tag_id, group_id);

-- One person in one group; an invitation is a membership that waits for its answer.
create table membership (
    group_id    uuid                        not null,
    person_id   uuid                        not null,
    state       varchar(10)                 not null,
    -- how well the purpose fitted the person when they were proposed; null where nobody computed it
    affinity    double precision,
    -- the parts of affinity, as JSON: [{"tagId":…,"contribution":…,"holders":…}], with "matchOnly":true where only
    -- fellow holders may read it
    because     varchar(2000),
    since       timestamp(6) with time zone not null,
    constraint pk_membership primary key (group_id, person_id),
    constraint fk_membership_group foreign key (group_id) references peer_group (id) on delete cascade,
    constraint fk_membership_person foreign key (person_id) references person (id) on delete cascade,
    constraint ck_membership_state check (state in ('INVITED', 'ACTIVE', 'DECLINED', 'LEFT'))
);
create index ix_membership_person on membership (person_id, state, group_id);
