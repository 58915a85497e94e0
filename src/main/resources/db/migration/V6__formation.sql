-- One run over everybody: what was asked for, how far it is, what came out.
create table formation (
    id                uuid                        not null,
    state             varchar(10)                 not null,
    progress          double precision            not null,
    min_size          integer                     not null,
    max_size          integer                     not null,
    groups_per_person integer                     not null,
    seed              bigint                      not null,
    dry_run           boolean                     not null,
    requested_at      timestamp(6) with time zone not null,
    started_at        timestamp(6) with time zone,
    finished_at       timestamp(6) with time zone,
    -- the process that runs it says now and then that it is alive
    heartbeat_at      timestamp(6) with time zone,
    people            integer,
    placed            integer,
    groups_formed     integer,
    load_millis       bigint,
    match_millis      bigint,
    store_millis      bigint,
    coverage          double precision,
    mean_affinity     double precision,
    stability         double precision,
    purity            double precision,
    failure           varchar(500),
    constraint pk_formation primary key (id),
    constraint ck_formation_state check (state in ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED'))
);
create index ix_formation_state on formation (state, id);

-- Rights that one transaction has at a time, over all replicas: whoever locks the row has it.
-- 1: to begin a formation, to store one, or to propose a group. 2: to join the queue.
create table formation_turn (
    id smallint not null,
    constraint pk_formation_turn primary key (id)
);
insert into formation_turn (id) values (1);
insert into formation_turn (id) values (2);
