-- The sale as order-service told it, byte for byte. Read only when somebody wants an invoice, so it is not taken apart.
create table sale_copy (
    sale_id     uuid        not null constraint sale_copy_pk primary key,
    body        text        not null,
    received_at timestamptz not null default now()
);
comment on table sale_copy is 'insert-only: a completed sale never changes';

create table seller (
    store_id    text   not null constraint seller_pk primary key,
    name        text   not null,
    street      text   not null,
    postal_code text   not null,
    city        text   not null,
    country     char(2) not null,
    tax_number  text,
    time_zone   text   not null,
    version     bigint not null
);

-- One row per legal seller and year. Issuing locks it, so numbers have no gaps and no doubles.
create table invoice_series (
    seller_key  text not null,
    year        int  not null,
    last_number int  not null,
    constraint invoice_series_pk primary key (seller_key, year)
);

create table customer_invoice (
    id          uuid           not null constraint customer_invoice_pk primary key,
    seller_key  text           not null,
    year        int            not null,
    sequence    int            not null,
    number      text           not null,
    sale_id     uuid           not null constraint customer_invoice_sale_key unique,
    store_id    text           not null,
    issue_date  date           not null,
    issued_at   timestamptz    not null,
    issued_by   text           not null,
    currency    char(3)        not null,
    net         numeric(19, 4) not null,
    tax         numeric(19, 4) not null,
    total       numeric(19, 4) not null,
    document    json           not null,
    fingerprint bytea          not null,
    constraint customer_invoice_number_key unique (seller_key, year, sequence),
    constraint customer_invoice_adds_up check (net + tax = total)
);
comment on table customer_invoice is 'insert-only: what was issued is corrected by a credit note, never changed';
create index customer_invoice_by_store on customer_invoice (store_id, id desc);
