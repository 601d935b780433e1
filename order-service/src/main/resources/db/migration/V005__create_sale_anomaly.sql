create table sale_anomaly (
    sale_id  uuid        not null,
    line_no  smallint    not null,
    kind     text        not null,
    detail   text        not null,
    found_at timestamptz not null default now(),
    constraint sale_anomaly_pk primary key (sale_id, line_no, kind)
);
comment on table sale_anomaly is 'insert-only: what looked odd about a sale that stands; line 0 is the sale as a whole';
