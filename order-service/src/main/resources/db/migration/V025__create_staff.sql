create table staff_member (
    id             text        not null,
    name           text        not null,
    roles          text[]      not null,
    stores         text[]      not null,
    pin_salt       bytea       not null,
    pin_verifier   bytea       not null,
    pin_iterations integer     not null,
    pin_set_at     timestamptz not null,
    constraint staff_member_pk primary key (id)
);
comment on column staff_member.id is 'subject of their token';
comment on column staff_member.stores is 'as their token said when they last set their PIN; * is every store';

create table staff_leaving (
    staff_id    text        not null,
    store_id    text        not null,
    left_at     timestamptz not null,
    recorded_by text        not null,
    constraint staff_leaving_pk primary key (staff_id, store_id)
);
comment on table staff_leaving is 'who no longer works in a store, whatever their token says';
