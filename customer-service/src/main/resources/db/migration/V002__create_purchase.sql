create table purchase (
    sale_id        uuid           not null,
    customer_id    uuid           not null,
    store_id       text           not null,
    till_id        text           not null,
    receipt_number bigint         not null,
    document_type  text           not null,
    occurred_at    timestamptz    not null,
    business_date  date           not null,
    currency       char(3)        not null,
    total          numeric(19, 4) not null,
    constraint purchase_pk primary key (sale_id)
);

create index purchase_by_customer on purchase (customer_id, occurred_at desc, sale_id desc);

comment on table purchase is 'insert-only: heads of completed sales, copied from their events';
