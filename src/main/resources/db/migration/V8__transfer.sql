-- One file of people that came in, and the lines that could not be read.
create table import_job (
    id          uuid                        not null,
    state       varchar(10)                 not null,
    accepted    bigint                      not null,
    rejected    bigint                      not null,
    started_at  timestamp(6) with time zone not null,
    finished_at timestamp(6) with time zone,
    constraint pk_import_job primary key (id),
    constraint ck_import_job_state check (state in ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED'))
);

create table import_error (
    import_id uuid         not null,
    line      bigint       not null,
    code      varchar(64)  not null,
    detail    varchar(500) not null,
    constraint pk_import_error primary key (import_id, line),
    constraint fk_import_error_import foreign key (import_id) references import_job (id) on delete cascade
);
