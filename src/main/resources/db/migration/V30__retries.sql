-- What a request with an Idempotency-Key was answered. Nothing in it can be read without that key, of which only a hash is
-- kept, together with whose it is.
create table kept_answer (
    id           varchar(64)                 not null,
    -- whose it is, or who came of it
    person_id    uuid,
    request_hash varchar(64)                 not null,
    sealed       bytea                       not null,
    kept_at      timestamp(6) with time zone not null,
    constraint pk_kept_answer primary key (id),
    constraint fk_kept_answer_person foreign key (person_id) references person (id) on delete cascade
);
create index ix_kept_answer_person on kept_answer (person_id);
create index ix_kept_answer_kept_at on kept_answer (kept_at);
