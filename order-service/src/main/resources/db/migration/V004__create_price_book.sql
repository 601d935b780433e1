-- copies of what the catalog announces; version is the catalog's, older news is ignored
create table price_book_product (
    product_id   uuid    not null,
    sku          text    not null,
    name         text    not null,
    tax_category text    not null,
    active       boolean not null,
    version      bigint  not null,
    constraint price_book_product_pk primary key (product_id)
);

create table price_book_price (
    id         uuid          not null,
    product_id uuid          not null,
    store_id   text,
    amount     numeric(19,4) not null,
    currency   char(3)       not null,
    valid_from timestamptz   not null,
    version    bigint        not null,
    constraint price_book_price_pk primary key (id)
);
create index price_book_price_by_product on price_book_price (product_id, valid_from);

create table price_book_tax_rate (
    id         uuid          not null,
    country    char(2)       not null,
    category   text          not null,
    rate       numeric(19,4) not null,
    valid_from date          not null,
    version    bigint        not null,
    constraint price_book_tax_rate_pk primary key (id)
);
create index price_book_tax_rate_by_category on price_book_tax_rate (country, category, valid_from);
