create table voided_basket (
    id               uuid          not null,
    till_session_id  uuid          not null,
    recorded_at      timestamptz   not null,
    voided_at        timestamptz   not null,
    sale_id          uuid          not null,
    total            numeric(19,4) not null,
    taken            numeric(19,4) not null,
    lines            jsonb         not null,
    tenders          jsonb         not null,
    voided_by        text          not null,
    voided_by_name   text          not null,
    sent_by          text          not null,
    approval_missing text,
    fingerprint      bytea         not null,
    constraint voided_basket_pk primary key (id),
    constraint voided_basket_session_fk foreign key (till_session_id) references till_session (id)
);
comment on table voided_basket is 'insert-only: a basket was given up before it became a sale';
comment on column voided_basket.sale_id is 'the sale it would have become; payments that were taken for it name it';
comment on column voided_basket.taken is 'money that had been taken for it and went back';
create index voided_basket_by_session on voided_basket (till_session_id, voided_at);
create index voided_basket_not_approved on voided_basket (recorded_at) where approval_missing is not null;
