-- A token is kept as its hash only: who reads this table can impersonate nobody.
create table access_token (
    id         uuid                        not null,
    person_id  uuid                        not null,
    token_hash varchar(64)                 not null,
    issued_at  timestamp(6) with time zone not null,
    constraint pk_access_token primary key (id),
    constraint fk_access_token_person foreign key (person_id) references person (id) on delete cascade,
    constraint uq_access_token_hash unique (token_hash)
);
create index ix_access_token_person on access_token (person_id, id);

-- Who a subject of the configured OIDC issuer is here.
create table oidc_subject (
    issuer    varchar(255) not null,
    subject   varchar(255) not null,
    person_id uuid         not null,
    constraint pk_oidc_subject primary key (issuer, subject),
    constraint fk_oidc_subject_person foreign key (person_id) references person (id) on delete cascade
);
create index ix_oidc_subject_person on oidc_subject (person_id);

-- The operator's key where none is configured: made once, shared by all replicas.
create table operator_key (
    id       smallint                    not null,
    key_hash varchar(64)                 not null,
    made_at  timestamp(6) with time zone not null,
    constraint pk_operator_key primary key (id),
    constraint ck_operator_key_single check (id = 1)
);
