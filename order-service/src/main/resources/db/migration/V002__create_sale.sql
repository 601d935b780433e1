create table sale (
    id                 uuid          not null,
    recorded_at        timestamptz   not null,
    occurred_at        timestamptz   not null,
    till_session_id    uuid,
    customer_id        uuid,
    receipt_number     bigint        not null,
    business_date      date          not null,
    store_id           text          not null,
    till_id            text          not null,
    document_type      text          not null,
    currency           char(3)       not null,
    total              numeric(19,4) not null,
    cash_rounding      numeric(19,4) not null,
    change             numeric(19,4) not null,
    cashier            text          not null,
    cashier_name       text          not null,
    external_reference text,
    taxes              jsonb         not null,
    fingerprint        bytea         not null,
    constraint sale_pk primary key (id),
    constraint sale_document_type_known check (document_type in ('SALE', 'RETURN', 'EXCHANGE'))
);
comment on table sale is 'insert-only: a paid sale is never changed, a correction is another sale';
comment on column sale.taxes is 'the tax shares as the till printed them; read only together with their sale, so not rows of their own';

-- lists and drill-downs, newest first within a store
create index sale_by_store on sale (store_id, business_date, occurred_at, id);
-- receipts of a till: finding one by its number, numbers seen twice, gaps
create index sale_by_receipt on sale (till_id, receipt_number);
create index sale_by_till_session on sale (till_session_id) where till_session_id is not null;
create index sale_by_external_reference on sale (external_reference) where external_reference is not null;
create index sale_by_customer on sale (customer_id) where customer_id is not null;

-- lines and tenders are written by the one statement that writes their sale, and no statement removes a sale:
-- a foreign key would check on the hot path what cannot be otherwise
create table sale_line (
    sale_id           uuid          not null,
    product_id        uuid,
    return_of_sale_id uuid,
    line_no           smallint      not null,
    return_of_line_no smallint,
    quantity          numeric(15,3) not null,
    unit_price        numeric(19,4) not null,
    discount          numeric(19,4) not null,
    tax_rate          numeric(19,4) not null,
    amount            numeric(19,4) not null,
    sku               text          not null,
    name              text          not null,
    tax_category      text          not null,
    constraint sale_line_pk primary key (sale_id, line_no),
    constraint sale_line_quantity_not_zero check (quantity <> 0)
);
comment on table sale_line is 'insert-only: belongs to its sale';

-- what came back of a sold line
create index sale_line_by_returned_line on sale_line (return_of_sale_id, return_of_line_no) where return_of_sale_id is not null;

create table tender (
    sale_id    uuid          not null,
    payment_id uuid,
    tender_no  smallint      not null,
    amount     numeric(19,4) not null,
    type       text          not null,
    constraint tender_pk primary key (sale_id, tender_no),
    constraint tender_type_known check
        (type in ('CASH', 'CARD', 'BANK_TRANSFER', 'GIFT_CARD', 'STORE_CREDIT', 'VOUCHER', 'ACCOUNT'))
);
comment on table tender is 'insert-only: belongs to its sale';
