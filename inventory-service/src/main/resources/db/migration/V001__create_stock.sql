create table product_fact (
    product_id    uuid    not null,
    sku           text    not null,
    name          text    not null,
    stock_tracked boolean not null,
    version       bigint  not null,
    constraint product_fact_pk primary key (product_id)
);
comment on table product_fact is 'what we need to know of catalog''s products, fed by catalog.product-changed.v1';

create index product_fact_sku on product_fact (sku);

create table stock_movement (
    id                 bigint generated always as identity,
    source_id          uuid           not null,
    line_no            integer        not null,
    source_type        text           not null,
    location_id        text           not null,
    product_id         uuid           not null,
    quantity           numeric(15, 3) not null,
    reason             text           not null,
    external_reference text,
    occurred_at        timestamptz    not null,
    recorded_at        timestamptz    not null default now(),
    recorded_by        text           not null,
    constraint stock_movement_pk primary key (source_id, line_no),
    constraint stock_movement_moves check (quantity <> 0),
    constraint stock_movement_source_type check (source_type in ('SALE', 'STOCK_ADJUSTMENT', 'GOODS_RECEIPT')),
    constraint stock_movement_reason
        check (reason in ('SALE', 'RETURN', 'RECEIPT', 'BREAKAGE', 'CORRECTION', 'WRITE_OFF', 'OPENING'))
);
comment on table stock_movement is 'insert-only: a correction is another movement';

create index stock_movement_history on stock_movement (location_id, product_id, id);

-- free room on each page keeps the update of a busy level on its page and out of the index
create table stock_level (
    location_id text           not null,
    product_id  uuid           not null,
    on_hand     numeric(15, 3) not null,
    reserved    numeric(15, 3) not null default 0,
    updated_at  timestamptz    not null,
    constraint stock_level_pk primary key (location_id, product_id),
    constraint stock_level_reserved check (reserved >= 0)
) with (fillfactor = 60);
comment on table stock_level is 'projection: the sum of stock_movement by location and product';
