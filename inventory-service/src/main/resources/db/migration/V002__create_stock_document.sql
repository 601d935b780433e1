create table stock_adjustment (
    id                 uuid        not null,
    location_id        text        not null,
    reason             text        not null,
    occurred_at        timestamptz not null,
    external_reference text,
    note               text,
    recorded_at        timestamptz not null,
    recorded_by        text        not null,
    fingerprint        bytea       not null,
    constraint stock_adjustment_pk primary key (id),
    constraint stock_adjustment_reason check (reason in ('BREAKAGE', 'CORRECTION', 'WRITE_OFF', 'OPENING'))
);
comment on table stock_adjustment is 'insert-only: an adjustment is corrected by another one';

create index stock_adjustment_of_location on stock_adjustment (location_id, id);

create table stock_adjustment_line (
    adjustment_id uuid           not null,
    line_no       integer        not null,
    product_id    uuid           not null,
    sku           text           not null,
    quantity      numeric(15, 3) not null,
    constraint stock_adjustment_line_pk primary key (adjustment_id, line_no),
    constraint stock_adjustment_line_of foreign key (adjustment_id) references stock_adjustment (id),
    constraint stock_adjustment_line_moves check (quantity <> 0)
);
comment on table stock_adjustment_line is 'insert-only: part of its adjustment';

create table goods_receipt (
    id                uuid        not null,
    location_id       text        not null,
    purchase_order_id uuid,
    occurred_at       timestamptz not null,
    recorded_at       timestamptz not null,
    recorded_by       text        not null,
    fingerprint       bytea       not null,
    constraint goods_receipt_pk primary key (id)
);
comment on table goods_receipt is 'insert-only: a receipt is corrected by a stock adjustment';

create index goods_receipt_of_location on goods_receipt (location_id, id);
create index goods_receipt_of_purchase_order on goods_receipt (purchase_order_id) where purchase_order_id is not null;

create table goods_receipt_line (
    receipt_id uuid           not null,
    line_no    integer        not null,
    product_id uuid           not null,
    sku        text           not null,
    quantity   numeric(15, 3) not null,
    constraint goods_receipt_line_pk primary key (receipt_id, line_no),
    constraint goods_receipt_line_of foreign key (receipt_id) references goods_receipt (id),
    constraint goods_receipt_line_arrives check (quantity > 0)
);
comment on table goods_receipt_line is 'insert-only: part of its receipt';
