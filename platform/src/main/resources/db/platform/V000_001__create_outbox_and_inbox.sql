-- Events leave through the outbox in the transaction that caused them; the relay sends and deletes them in id order.
create table outbox (
    id                bigint generated always as identity constraint outbox_pk primary key,
    event_id          uuid        not null,
    topic             text        not null,
    key               text        not null,
    type              text        not null,
    occurred_at       timestamptz not null,
    aggregate_version bigint      not null,
    traceparent       text,
    body              bytea       not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 10000,
        autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 100000,
        autovacuum_vacuum_cost_delay = 0, autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 1000000);

-- Which events a consumer has applied, written in the transaction of their effect.
create table inbox (
    consumer   text        not null,
    event_id   uuid        not null,
    applied_at timestamptz not null default now(),
    constraint inbox_pk primary key (consumer, event_id)
);
