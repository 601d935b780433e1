create table store_key (
    store_id text        not null,
    number   integer     not null,
    key      bytea       not null,
    made_at  timestamptz not null,
    constraint store_key_pk primary key (store_id, number)
);
comment on column store_key.number is 'how many devices of the store had been retired: with the next one its tills get another key';
