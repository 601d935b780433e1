create table coupon_counter (
    promotion_id uuid   not null,
    used         bigint not null,
    constraint coupon_counter_pk primary key (promotion_id)
);
comment on table coupon_counter is 'in how many sales the coupon of a promotion took something off';

create table coupon_use (
    sale_id      uuid   not null,
    promotion_id uuid   not null,
    number       bigint not null,
    constraint coupon_use_pk primary key (sale_id, promotion_id),
    constraint coupon_use_numbered_once unique (promotion_id, number)
);
comment on table coupon_use is 'insert-only: which use of the coupon a sale was, from 1';
