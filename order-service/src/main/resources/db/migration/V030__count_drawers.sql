alter table till add column drawers integer not null default 1 constraint till_drawers_few check (drawers between 1 and 9);
alter table store add column cash_difference_limit numeric(19,4);

alter table till_session
    add column drawer integer not null default 1,
    add column float_count jsonb,
    add column counted boolean,
    add column cash_moved numeric(19,4),
    add column z_number bigint,
    add column closing_count jsonb,
    add column closing_reason text;

update till_session session
set counted = true, cash_moved = 0, z_number = numbered.z_number
from (select id, row_number() over (partition by till_id order by closing_recorded_at, id) as z_number
      from till_session where closed_at is not null) numbered
where numbered.id = session.id;

alter table till_session
    drop constraint till_session_closed_whole,
    add constraint till_session_closed_whole check
        (num_nulls(closed_at, closing_recorded_at, closed_by, closed_by_name, counted_cash, expected_cash, sales, returns, tenders,
                   closing_fingerprint, counted, cash_moved, z_number) in (0, 13)),
    add constraint till_session_z_number_once unique (till_id, z_number);

drop index till_session_one_open_per_till;
create unique index till_session_one_open_per_drawer on till_session (till_id, drawer) where closed_at is null;
create index till_session_open_by_store on till_session (store_id) where closed_at is null;
comment on column till_session.counted is 'false: nobody counted, counted_cash is what was expected';
comment on column till_session.cash_moved is 'cash put in less cash taken out by movements, when it was closed';

create table cash_movement (
    id              uuid          not null,
    till_session_id uuid          not null,
    recorded_at     timestamptz   not null,
    moved_at        timestamptz   not null,
    amount          numeric(19,4) not null,
    kind            text          not null,
    reason          text          not null,
    note            text,
    moved_by        text          not null,
    moved_by_name   text          not null,
    fingerprint     bytea         not null,
    constraint cash_movement_pk primary key (id),
    constraint cash_movement_session_fk foreign key (till_session_id) references till_session (id),
    constraint cash_movement_kind_known check (kind in ('PAY_IN', 'PAY_OUT', 'SKIM', 'NO_SALE')),
    constraint cash_movement_amount_fits check (case kind when 'NO_SALE' then amount = 0 else amount > 0 end)
);
comment on table cash_movement is 'insert-only: cash was moved; a mistake is put right by moving it back';
create index cash_movement_by_session on cash_movement (till_session_id, moved_at);

create table hand_over (
    id                uuid          not null,
    till_session_id   uuid          not null,
    recorded_at       timestamptz   not null,
    handed_over_at    timestamptz   not null,
    expected_cash     numeric(19,4) not null,
    counted_cash      numeric(19,4) not null,
    count             jsonb,
    reason            text,
    taken_over_by     text          not null,
    handed_over_by    text          not null,
    handed_over_by_name text        not null,
    fingerprint       bytea         not null,
    constraint hand_over_pk primary key (id),
    constraint hand_over_session_fk foreign key (till_session_id) references till_session (id)
);
comment on table hand_over is 'insert-only: a running session was counted and went on with somebody else';
create index hand_over_by_session on hand_over (till_session_id, handed_over_at);
