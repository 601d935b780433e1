create table shipment (
    id                   uuid        not null,
    customer_order_id    uuid        not null,
    store_id             text        not null,
    status               text        not null,
    created_at           timestamptz not null,
    carrier              text,
    tracking_code        text,
    dispatched_at        timestamptz,
    dispatch_fingerprint bytea,
    delivered_at         timestamptz,
    version              bigint      not null,
    constraint shipment_pk primary key (id),
    constraint shipment_one_per_customer_order unique (customer_order_id),
    constraint shipment_status_known check (status in ('CREATED', 'DISPATCHED', 'DELIVERED')),
    constraint shipment_dispatch_is_whole check (
        (status = 'CREATED') = (carrier is null)
        and (carrier is null) = (tracking_code is null)
        and (carrier is null) = (dispatched_at is null)),
    constraint shipment_delivered_has_time check ((status = 'DELIVERED') = (delivered_at is not null))
);

create index shipment_by_store on shipment (store_id, id desc);

create table shipment_line (
    shipment_id uuid           not null,
    line_no     integer        not null,
    product_id  uuid,
    sku         text           not null,
    name        text           not null,
    quantity    numeric(15, 3) not null,
    constraint shipment_line_pk primary key (shipment_id, line_no),
    constraint shipment_line_of_shipment foreign key (shipment_id) references shipment (id),
    constraint shipment_line_quantity_positive check (quantity > 0)
);
