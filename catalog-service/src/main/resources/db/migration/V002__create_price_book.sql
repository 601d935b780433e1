create table store (
    id        text    not null,
    name      text    not null,
    currency  char(3) not null,
    country   char(2) not null,
    time_zone text    not null,
    version   bigint  not null,
    constraint store_pk primary key (id)
);
comment on table store is 'what we need to know of order-service''s stores, fed by order.store-changed.v1';

create table tax_rate (
    id          uuid          not null,
    country     char(2)       not null,
    category    text          not null,
    rate        numeric(5, 2) not null,
    valid_from  date          not null,
    recorded_no bigint        generated always as identity,
    fingerprint bytea         not null,
    constraint tax_rate_pk primary key (id),
    constraint tax_rate_range check (rate >= 0 and rate < 100)
);
comment on table tax_rate is 'insert-only: another rate for the same day replaces the one before';

create index tax_rate_of_country on tax_rate (country, category, valid_from);

-- a rate is in force for a store from the first moment of its day in the store's time zone; the row is written then
create table tax_rate_in_force (
    store_id    text not null,
    tax_rate_id uuid not null,
    constraint tax_rate_in_force_pk primary key (store_id, tax_rate_id),
    constraint tax_rate_in_force_store foreign key (store_id) references store (id),
    constraint tax_rate_in_force_rate foreign key (tax_rate_id) references tax_rate (id)
);

create table price (
    id          uuid           not null,
    product_id  uuid           not null,
    store_id    text,
    amount      numeric(19, 4) not null,
    currency    char(3)        not null,
    valid_from  timestamptz    not null,
    in_force    boolean        not null,
    recorded_no bigint         generated always as identity,
    recorded_at timestamptz    not null,
    recorded_by text           not null,
    fingerprint bytea,
    constraint price_pk primary key (id),
    constraint price_product_fk foreign key (product_id) references product (id),
    constraint price_not_negative check (amount >= 0)
);
comment on column price.store_id is 'null: for every store of that currency';
comment on column price.in_force is 'valid_from has come; set together with the product''s new price book version';

comment on column price.fingerprint is 'null: set by an import';

create index price_history on price (product_id, currency, store_id, valid_from desc, recorded_no desc) where in_force;
create index price_of_product on price (product_id, valid_from);
create index price_to_come on price (valid_from) where not in_force;

-- one row; its lock makes versions become visible in the order they were given out, so that readers miss none
create table price_book_counter (
    only_row     boolean not null default true,
    last_version bigint  not null,
    constraint price_book_counter_pk primary key (only_row),
    constraint price_book_counter_only_row check (only_row)
);
insert into price_book_counter (last_version) values (0);

create table price_book_version (
    product_id uuid   not null,
    version    bigint not null,
    constraint price_book_version_pk primary key (product_id),
    constraint price_book_version_of foreign key (product_id) references product (id)
);
comment on table price_book_version is 'when something about a product changed that a till must know';

create index price_book_version_order on price_book_version (version);
