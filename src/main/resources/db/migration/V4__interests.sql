-- Foreign keys come after the indexes: where H2 finds none of exactly these columns it makes one, and every row pays.

-- A short message in somebody's own words, from which tags are read.
create table signal (
    id        uuid                        not null,
    person_id uuid                        not null,
    text      varchar(1000)               not null,
    said_at   timestamp(6) with time zone not null,
    constraint pk_signal primary key (id)
);
create index ix_signal_person on signal (person_id, id desc);
alter table signal add constraint fk_signal_person
    foreign key (person_id) references person (id) on delete cascade;

-- A tag found in a signal; the span counts UTF-16 code units, as clients do.
create table signal_tag (
    signal_id  uuid        not null,
    tag_id     uuid        not null,
    starts_at  integer,
    ends_at    integer,
    source     varchar(8)  not null,
    confidence double precision,
    confirmed  boolean     not null,
    constraint pk_signal_tag primary key (signal_id, tag_id),
    constraint ck_signal_tag_source check (source in ('HASHTAG', 'PHRASE', 'MEANING'))
);
create index ix_signal_tag_tag on signal_tag (tag_id);
alter table signal_tag add constraint fk_signal_tag_signal
    foreign key (signal_id) references signal (id) on delete cascade;
alter table signal_tag add constraint fk_signal_tag_tag
    foreign key (tag_id) references tag (id);

-- What somebody cares about. One row a person and tag: saying it again renews it.
create table interest (
    person_id     uuid                        not null,
    tag_id        uuid                        not null,
    -- as this person wrote it
    label         varchar(128)                not null,
    stance        varchar(8)                  not null,
    strength      smallint                    not null,
    visibility    varchar(12)                 not null,
    why           varchar(280),
    expressed_at  timestamp(6) with time zone not null,
    -- said by the person: after this it is over
    until_at      timestamp(6) with time zone,
    -- the earlier of until_at and the moment it has faded; from then on it neither matches nor counts
    matches_until timestamp(6) with time zone not null,
    -- the signal it came from, if it did; it goes with the signal
    signal_id     uuid,
    constraint pk_interest primary key (person_id, tag_id),
    constraint ck_interest_stance check (stance in ('SHARE', 'OFFER', 'SEEK')),
    constraint ck_interest_strength check (strength between 1 and 5),
    constraint ck_interest_visibility check (visibility in ('PUBLIC', 'MATCH_ONLY', 'PRIVATE'))
);
-- who holds a tag right now, those it lasts longest with first, and how many: read from the index alone
create index ix_interest_tag on interest (tag_id, visibility, matches_until desc, person_id);
create index ix_interest_signal on interest (signal_id);
alter table interest add constraint fk_interest_person
    foreign key (person_id) references person (id) on delete cascade;
alter table interest add constraint fk_interest_tag
    foreign key (tag_id) references tag (id);
alter table interest add constraint fk_interest_signal
    foreign key (signal_id) references signal (id) on delete cascade;
