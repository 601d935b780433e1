create sequence purchase_order_number start 100001;

-- Copied from the purchasing service.
create table known_supplier (
    id               uuid   not null,
    name             text   not null,
    status           text   not null,
    supplier_version bigint not null,
    constraint known_supplier_pk primary key (id)
);

create table purchase_order (
    id                    uuid           not null,
    number                text,
    supplier_id           uuid           not null,
    location_id           text           not null,
    currency              char(3)        not null,
    expected_date         date,
    total                 numeric(19, 4) not null,
    state                 text           not null,
    drafted_at            timestamptz    not null,
    drafted_by            text           not null,
    placed_at             timestamptz,
    placed_by             text,
    placement_fingerprint bytea,
    sent_at               timestamptz,
    closed_at             timestamptz,
    closed_by             text,
    version               bigint         not null,
    constraint purchase_order_pk primary key (id),
    constraint purchase_order_number_unique unique (number),
    constraint purchase_order_state_known
        check (state in ('DRAFT', 'PLACED', 'SENT', 'PARTLY_RECEIVED', 'RECEIVED', 'CLOSED')),
    constraint purchase_order_placed_is_whole check (
        (placed_at is null) = (number is null)
        and (placed_at is null) = (placed_by is null)
        and (placed_at is null) = (placement_fingerprint is null)),
    constraint purchase_order_total_not_negative check (total >= 0)
);

create index purchase_order_by_location on purchase_order (location_id, id desc);
create index purchase_order_by_supplier on purchase_order (supplier_id, id desc);

create table purchase_order_line (
    purchase_order_id uuid           not null,
    line_no           integer        not null,
    product_id        uuid,
    sku               text           not null,
    name              text           not null,
    quantity          numeric(15, 3) not null,
    unit_cost         numeric(19, 4) not null,
    amount            numeric(19, 4) not null,
    constraint purchase_order_line_pk primary key (purchase_order_id, line_no),
    constraint purchase_order_line_of_order foreign key (purchase_order_id) references purchase_order (id),
    constraint purchase_order_line_quantity_positive check (quantity > 0)
);

create table purchase_order_receipt (
    goods_receipt_id  uuid           not null,
    receipt_line_no   integer        not null,
    order_line_no     integer        not null,
    purchase_order_id uuid           not null,
    sku               text           not null,
    quantity          numeric(15, 3) not null,
    occurred_at       timestamptz    not null,
    constraint purchase_order_receipt_pk primary key (goods_receipt_id, receipt_line_no, order_line_no),
    constraint purchase_order_receipt_of_order foreign key (purchase_order_id) references purchase_order (id)
);

create index purchase_order_receipt_by_order on purchase_order_receipt (purchase_order_id);

comment on table purchase_order_receipt is 'insert-only: what came for an order and which line it was counted to; line 0 was not ordered';
