create table supplier_order (
    id              uuid           not null,
    number          text           not null,
    supplier_id     uuid           not null,
    location_id     text           not null,
    currency        char(3)        not null,
    total           numeric(19, 4) not null,
    expected_date   date,
    placed_at       timestamptz    not null,
    placed_by       text           not null,
    state           text           not null,
    attempts        integer        not null,
    next_attempt_at timestamptz,
    problem         text,
    message_id      text,
    sent_to         text,
    sent_at         timestamptz,
    version         bigint         not null,
    constraint supplier_order_pk primary key (id),
    constraint supplier_order_state_known check (state in ('PENDING', 'SENDING', 'SENT', 'NEEDS_ATTENTION')),
    constraint supplier_order_sent_is_whole check (
        (state = 'SENT') = (sent_at is not null)
        and (sent_at is null) = (message_id is null)
        and (sent_at is null) = (sent_to is null)),
    constraint supplier_order_attention_has_words check (state <> 'NEEDS_ATTENTION' or problem is not null),
    constraint supplier_order_due_has_time check ((state in ('PENDING', 'SENDING')) = (next_attempt_at is not null))
);

create index supplier_order_due on supplier_order (next_attempt_at) where state in ('PENDING', 'SENDING');
create index supplier_order_by_supplier on supplier_order (supplier_id, id desc);

create table supplier_order_line (
    supplier_order_id uuid           not null,
    line_no           integer        not null,
    product_id        uuid,
    sku               text           not null,
    name              text           not null,
    quantity          numeric(15, 3) not null,
    unit_cost         numeric(19, 4) not null,
    amount            numeric(19, 4) not null,
    constraint supplier_order_line_pk primary key (supplier_order_id, line_no),
    constraint supplier_order_line_of_order foreign key (supplier_order_id) references supplier_order (id)
);

create table supplier_order_paper (
    supplier_order_id uuid        not null,
    pdf               bytea       not null,
    sent_at           timestamptz not null,
    constraint supplier_order_paper_pk primary key (supplier_order_id),
    constraint supplier_order_paper_of_order foreign key (supplier_order_id) references supplier_order (id)
);

comment on table supplier_order_paper is 'insert-only: the very document that the supplier was sent';
