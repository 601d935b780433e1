create extension if not exists pg_trgm;

create table category (
    id          uuid not null,
    name        text not null,
    parent_id   uuid,
    path        text not null,
    fingerprint bytea,
    constraint category_pk primary key (id),
    constraint category_of foreign key (parent_id) references category (id),
    constraint category_path_unique unique (path)
);
comment on column category.path is 'the names from the root down, joined by " > "';

create table product (
    id            uuid        not null,
    sku           text        not null,
    name          text        not null,
    description   text,
    brand         text,
    category_id   uuid,
    unit          text        not null,
    tax_category  text        not null,
    stock_tracked boolean     not null,
    age_limit     integer,
    status        text        not null,
    version       bigint      not null,
    constraint product_pk primary key (id),
    constraint product_category_fk foreign key (category_id) references category (id),
    constraint product_unit check (unit in ('PIECE', 'KG', 'LITRE', 'METRE')),
    constraint product_status check (status in ('ACTIVE', 'INACTIVE')),
    constraint product_age_limit check (age_limit between 1 and 99)
);

create unique index product_sku_unique on product (lower(sku));
create index product_of_category on product (category_id);
create index product_name_trigrams on product using gin (name gin_trgm_ops);
create index product_sku_prefix on product (lower(sku) text_pattern_ops);

create table product_barcode (
    product_id uuid           not null,
    code       text           not null,
    match_key  text           not null,
    quantity   numeric(15, 3) not null,
    active     boolean        not null,
    constraint product_barcode_pk primary key (product_id, match_key),
    constraint product_barcode_of foreign key (product_id) references product (id),
    constraint product_barcode_quantity check (quantity > 0)
);
comment on column product_barcode.match_key is 'what a scan is looked up by: a GTIN padded to 14 digits, any other code as it is';
comment on column product_barcode.active is 'the product is active; codes of inactive products may be used again';

create unique index product_barcode_unique on product_barcode (match_key text_pattern_ops) where active;
