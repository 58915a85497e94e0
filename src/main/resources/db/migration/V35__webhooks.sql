-- Where the operator's own services are told what happens. The secret is kept as it is: every message is signed with it.
create table webhook (
    id               uuid                        not null,
    url              varchar(2000)               not null,
    -- codes of event types, comma-separated; empty for all
    types            varchar(1000)               not null,
    secret           varchar(100)                not null,
    -- still used beside the other until then
    old_secret       varchar(100),
    old_secret_until timestamp(6) with time zone,
    enabled          boolean                     not null,
    -- since when nothing has arrived
    failing_since    timestamp(6) with time zone,
    disabled_because varchar(500),
    created_at       timestamp(6) with time zone not null,
    constraint pk_webhook primary key (id)
);

-- One event on its way to one of them.
create table webhook_delivery (
    webhook_id   uuid                        not null,
    position     bigint                      not null,
    state        varchar(10)                 not null,
    attempts     integer                     not null,
    -- when it is tried next, or tried again where whoever tries it now says nothing more; null when it is over
    due_at       timestamp(6) with time zone,
    attempted_at timestamp(6) with time zone,
    status       integer,
    failure      varchar(500),
    constraint pk_webhook_delivery primary key (webhook_id, position),
    constraint fk_webhook_delivery_webhook foreign key (webhook_id) references webhook (id) on delete cascade,
    constraint ck_webhook_delivery_state check (state = any (array['PENDING', 'DELIVERED', 'FAILED']))
);
create index ix_webhook_delivery_position on webhook_delivery (position);
create index ix_webhook_delivery_due on webhook_delivery (webhook_id, due_at);
