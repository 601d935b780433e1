create table store (
    id                     text        not null,
    name                   text        not null,
    currency               char(3)     not null,
    time_zone              text        not null,
    country                char(2)     not null,
    business_day_starts_at time        not null,
    street                 text        not null,
    postal_code            text        not null,
    city                   text        not null,
    address_country        char(2)     not null,
    tax_number             text,
    version                bigint      not null,
    constraint store_pk primary key (id)
);

create table till (
    id             text   not null,
    store_id       text   not null,
    name           text   not null,
    receipt_prefix text   not null,
    version        bigint not null,
    constraint till_pk primary key (id),
    constraint till_store_fk foreign key (store_id) references store (id)
);
