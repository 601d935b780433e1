-- read models: added up from sale events, rebuilt from the sales at any time
create table takings_by_hour (
    store_id      text          not null,
    business_date date          not null,
    hour          smallint      not null,
    till_id       text          not null,
    cashier       text          not null,
    cashier_name  text          not null,
    sales         bigint        not null,
    returns       bigint        not null,
    units         numeric(19,3) not null,
    gross         numeric(19,4) not null,
    net           numeric(19,4) not null,
    tax           numeric(19,4) not null,
    constraint takings_by_hour_pk primary key (store_id, business_date, hour, till_id, cashier)
);
comment on column takings_by_hour.hour is 'hour of the day in the time zone of the store';

create table takings_by_product (
    store_id      text          not null,
    business_date date          not null,
    sku           text          not null,
    name          text          not null,
    sales         bigint        not null,
    returns       bigint        not null,
    units         numeric(19,3) not null,
    gross         numeric(19,4) not null,
    net           numeric(19,4) not null,
    tax           numeric(19,4) not null,
    constraint takings_by_product_pk primary key (store_id, business_date, sku)
);

create table takings_progress (
    store_id    text        not null,
    complete_to timestamptz not null,
    constraint takings_progress_pk primary key (store_id)
);
