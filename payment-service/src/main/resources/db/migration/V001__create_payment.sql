create table payment (
    id                 uuid           not null constraint payment_pk primary key,
    type               text           not null constraint payment_type_known check (type in ('CARD', 'CASH')),
    amount             numeric(19, 4) not null constraint payment_amount_positive check (amount > 0),
    currency           char(3)        not null,
    store_id           text           not null,
    till_id            text           not null,
    sale_id            uuid,
    status             text           not null constraint payment_status_known
        check (status in ('PENDING', 'CAPTURED', 'DECLINED', 'VOIDING', 'VOIDED')),
    reason             text,
    authorization_code text,
    masked_card        text,
    fingerprint        bytea          not null,
    requested_by       text           not null,
    requested_at       timestamptz    not null,
    version            bigint         not null
);
create index payment_by_store on payment (store_id, id desc);
create index payment_by_sale on payment (sale_id) where sale_id is not null;

create table refund (
    id           uuid           not null constraint refund_pk primary key,
    payment_id   uuid           not null constraint refund_payment_fk references payment,
    amount       numeric(19, 4) not null constraint refund_amount_positive check (amount > 0),
    status       text           not null constraint refund_status_known check (status in ('PENDING', 'REFUNDED', 'REFUSED')),
    reason       text,
    fingerprint  bytea          not null,
    requested_by text           not null,
    requested_at timestamptz    not null,
    version      bigint         not null
);
create index refund_by_payment on refund (payment_id);

-- Every state a payment or one of its refunds ever had, and who or what caused it.
create table payment_step (
    id         uuid        not null constraint payment_step_pk primary key,
    payment_id uuid        not null constraint payment_step_payment_fk references payment,
    refund_id  uuid,
    status     text        not null,
    reason     text,
    caused_by  text        not null,
    at         timestamptz not null
);
comment on table payment_step is 'insert-only: the history of a payment';
create index payment_step_by_payment on payment_step (payment_id, id);

-- What a terminal was told to do and has not answered. Written before the terminal is called, removed with its answer
-- in one transaction: after a crash the rows that are left are exactly what must be asked about.
create table open_operation (
    kind       text        not null constraint open_operation_kind_known check (kind in ('CHARGE', 'REFUND', 'VOID')),
    id         uuid        not null,
    payment_id uuid        not null constraint open_operation_payment_fk references payment,
    till_id    text        not null,
    amount     numeric(19, 4) not null,
    currency   char(3)     not null,
    started_at timestamptz not null,
    ask_at     timestamptz not null,
    asked      int         not null default 0,
    constraint open_operation_pk primary key (kind, id)
);
create index open_operation_due on open_operation (ask_at);
