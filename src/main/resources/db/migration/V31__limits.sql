-- How much somebody has asked lately, for all replicas; whose it is is hashed.
create table request_bucket (
    id         varchar(64)                 not null,
    state      bytea                       not null,
    changed_at timestamp(6) with time zone not null,
    constraint pk_request_bucket primary key (id)
);
create index ix_request_bucket_changed_at on request_bucket (changed_at);
