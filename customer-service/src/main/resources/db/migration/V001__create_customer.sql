-- Whatever tells who a customer is lies in "sealed"; the key to it lies in customer_key until the customer is erased.
create table customer (
    id         uuid        not null,
    status     text        not null,
    group_code text,
    sealed     bytea,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version    bigint      not null,
    constraint customer_pk primary key (id),
    constraint customer_status_known check (status in ('ACTIVE', 'ERASED')),
    constraint customer_erased_holds_nothing check ((status = 'ERASED') = (sealed is null))
);

create table customer_key (
    customer_id uuid  not null,
    sealed_key  bytea not null,
    constraint customer_key_pk primary key (customer_id),
    constraint customer_key_of_customer foreign key (customer_id) references customer (id)
        deferrable initially deferred
);

-- Keyed hashes of what a customer can be found by.
create table search_token (
    token       bigint not null,
    customer_id uuid   not null,
    constraint search_token_pk primary key (token, customer_id)
);

create index search_token_by_customer on search_token (customer_id);

create table customer_erasure (
    customer_id uuid        not null,
    reason      text        not null,
    erased_at   timestamptz not null,
    erased_by   text        not null,
    constraint customer_erasure_pk primary key (customer_id),
    constraint customer_erasure_of_customer foreign key (customer_id) references customer (id),
    constraint customer_erasure_reason_known check (reason in ('CUSTOMER_REQUEST', 'RETENTION_ENDED'))
);

comment on table customer_erasure is 'insert-only: who was forgotten, when, why and by whom';
