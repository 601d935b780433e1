create table till_session (
    id                  uuid          not null,
    till_id             text          not null,
    store_id            text          not null,
    currency            char(3)       not null,
    business_date       date          not null,
    opening_float       numeric(19,4) not null,
    opened_at           timestamptz   not null,
    opened_by           text          not null,
    opened_by_name      text          not null,
    opening_fingerprint bytea         not null,
    closed_at           timestamptz,
    closing_recorded_at timestamptz,
    closed_by           text,
    closed_by_name      text,
    counted_cash        numeric(19,4),
    expected_cash       numeric(19,4),
    sales               bigint,
    returns             bigint,
    tenders             jsonb,
    closing_fingerprint bytea,
    version             bigint        not null,
    constraint till_session_pk primary key (id),
    constraint till_session_till_fk foreign key (till_id) references till (id),
    constraint till_session_closed_whole check
        (num_nulls(closed_at, closing_recorded_at, closed_by, closed_by_name, counted_cash, expected_cash, sales, returns, tenders,
                   closing_fingerprint) in (0, 10))
);

create unique index till_session_one_open_per_till on till_session (till_id) where closed_at is null;
create index till_session_by_till on till_session (till_id, opened_at);
