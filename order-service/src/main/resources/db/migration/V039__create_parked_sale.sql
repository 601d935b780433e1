create table parked_sale (
    id             uuid          not null,
    parked_at      timestamptz   not null,
    recorded_at    timestamptz   not null,
    taken_up_at    timestamptz,
    customer_id    uuid,
    total          numeric(19,4) not null,
    currency       char(3)       not null,
    items          integer       not null,
    format         integer       not null,
    store_id       text          not null,
    till_id        text          not null,
    parked_by_name text          not null,
    basket         text          not null,
    taken_up_by    text,
    taken_up_name  text,
    fingerprint    bytea         not null,
    constraint parked_sale_pk primary key (id),
    constraint parked_sale_taken_up_whole check (num_nulls(taken_up_at, taken_up_by, taken_up_name) in (0, 3))
);
create index parked_sale_waiting on parked_sale (store_id, parked_at) where taken_up_at is null;
comment on column parked_sale.basket is 'as the tills write it to each other; nobody here reads it';
