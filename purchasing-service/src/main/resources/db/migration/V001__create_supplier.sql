create table supplier (
    id                uuid        not null,
    name              text        not null,
    email             text,
    currency          char(3)     not null,
    payment_term_days integer     not null,
    lead_time_days    integer     not null,
    street            text,
    postal_code       text,
    city              text,
    country           char(2),
    status            text        not null,
    updated_at        timestamptz not null,
    version           bigint      not null,
    constraint supplier_pk primary key (id),
    constraint supplier_status_known check (status in ('ACTIVE', 'INACTIVE')),
    constraint supplier_days_sane check (payment_term_days between 0 and 365 and lead_time_days between 0 and 365)
);

create index supplier_by_name on supplier (name, id);
