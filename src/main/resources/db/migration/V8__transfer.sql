-- One file of people that came in. The counts are written with the people they count.
create table import_job (
    id           uuid                        not null,
    state        varchar(10)                 not null,
    progress     double precision            not null,
    accepted     bigint                      not null,
    rejected     bigint                      not null,
    started_at   timestamp(6) with time zone not null,
    -- the process that reads the file says with every chunk that it is alive
    heartbeat_at timestamp(6) with time zone not null,
    finished_at  timestamp(6) with time zone,
    failure      varchar(500),
    constraint pk_import_job primary key (id),
    constraint ck_import_job_state check (state in ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED'))
);
create index ix_import_job_state on import_job (state, heartbeat_at);

-- A line that could not be read; the first thousand of a file are kept.
create table import_error (
    import_id uuid         not null,
    line      bigint       not null,
    code      varchar(64)  not null,
    detail    varchar(500) not null,
    constraint pk_import_error primary key (import_id, line),
    constraint fk_import_error_import foreign key (import_id) references import_job (id) on delete cascade
);
