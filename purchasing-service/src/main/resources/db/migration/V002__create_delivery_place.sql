-- Copied from the order service's stores.
create table delivery_place (
    store_id      text   not null,
    name          text   not null,
    time_zone     text   not null,
    street        text   not null,
    postal_code   text   not null,
    city          text   not null,
    country       text   not null,
    tax_number    text,
    store_version bigint not null,
    constraint delivery_place_pk primary key (store_id)
);
