create table daily_root (
    store_id      text        not null,
    number        bigint      not null,
    business_date date        not null,
    made_at       timestamptz not null,
    previous_hash bytea       not null,
    hash          bytea       not null,
    payload       text        not null,
    constraint daily_root_pk primary key (store_id, number),
    constraint daily_root_once_a_day unique (store_id, business_date),
    constraint daily_root_store_fk foreign key (store_id) references store (id),
    constraint daily_root_counted check (number > 0)
);
comment on table daily_root is 'insert-only: how far each journal of a store was complete after a business date, and how it ended there';
comment on column daily_root.payload is 'canonical JSON (RFC 8785); hash is over its UTF-8 bytes, and the next root holds it';
