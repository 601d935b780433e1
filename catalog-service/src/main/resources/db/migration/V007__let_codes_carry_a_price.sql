alter table product_barcode add column price numeric(19, 4);
alter table product_barcode add column currency char(3);
alter table product_barcode add constraint product_barcode_price check (price >= 0 and (price is null) = (currency is null));
comment on column product_barcode.price is 'of one scan, tax included; null: the quantity times what the product costs';

alter table product add column tracking text not null default 'NONE';
alter table product add constraint product_tracking check (tracking in ('NONE', 'LOT', 'SERIAL'));

create table scan_layout (
    id            uuid    not null,
    store_id      text,
    prefix        text    not null,
    item_digits   integer not null,
    value_digits  integer not null,
    value_checked boolean not null,
    value_kind    text    not null,
    decimals      integer not null,
    active        boolean not null,
    version       bigint  not null,
    constraint scan_layout_pk primary key (id),
    constraint scan_layout_prefix check (prefix ~ '^(02|2[0-9])$'),
    constraint scan_layout_value check (value_kind in ('WEIGHT', 'PRICE')),
    constraint scan_layout_length check (item_digits + value_digits + value_checked::integer = 10)
);
comment on table scan_layout is 'how a shop''s scales write an item and its weight or price into a GTIN-13';
comment on column scan_layout.store_id is 'null: in every store that has none of its own for the prefix';
comment on column scan_layout.value_checked is 'a check digit of its own stands before the value';

create unique index scan_layout_prefix_unique on scan_layout (prefix, coalesce(store_id, '')) where active;
