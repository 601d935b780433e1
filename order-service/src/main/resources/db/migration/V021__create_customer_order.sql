create table customer_order (
    id                  uuid           not null,
    store_id            text           not null,
    customer_id         uuid,
    delivery            text           not null,
    ship_to_name        text,
    ship_to_street      text,
    ship_to_postal_code text,
    ship_to_city        text,
    ship_to_country     char(2),
    currency            char(3)        not null,
    total               numeric(19, 4) not null,
    state               text           not null,
    placed_at           timestamptz    not null,
    placed_by           text           not null,
    fingerprint         bytea          not null,
    carrier             text,
    tracking_code       text,
    dispatched_at       timestamptz,
    delivered_at        timestamptz,
    version             bigint         not null,
    constraint customer_order_pk primary key (id),
    constraint customer_order_delivery_known check (delivery in ('COLLECT', 'SHIP')),
    constraint customer_order_state_known check (state in ('PLACED', 'DISPATCHED', 'DELIVERED'))
);

create index customer_order_by_store on customer_order (store_id, id desc);
create index customer_order_by_customer on customer_order (customer_id, id desc) where customer_id is not null;

create table customer_order_line (
    customer_order_id uuid           not null,
    line_no           integer        not null,
    product_id        uuid,
    sku               text           not null,
    name              text           not null,
    quantity          numeric(15, 3) not null,
    unit_price        numeric(19, 4) not null,
    amount            numeric(19, 4) not null,
    constraint customer_order_line_pk primary key (customer_order_id, line_no),
    constraint customer_order_line_of_order foreign key (customer_order_id) references customer_order (id),
    constraint customer_order_line_quantity_positive check (quantity > 0)
);
