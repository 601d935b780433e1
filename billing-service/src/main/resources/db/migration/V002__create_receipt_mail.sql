create table receipt_mail (
    id              uuid        not null constraint receipt_mail_pk primary key,
    store_id        text        not null,
    sale_id         uuid        not null,
    state           text        not null constraint receipt_mail_state_known check (state in ('WAITING', 'SENT', 'FAILED')),
    address         text,
    receipt         json,
    attempts        int         not null default 0,
    next_attempt_at timestamptz not null,
    problem         text,
    asked_by        text        not null,
    asked_at        timestamptz not null,
    sent_at         timestamptz,
    fingerprint     bytea       not null,
    constraint receipt_mail_forgets check ((state = 'WAITING') = (address is not null) and (state = 'WAITING') = (receipt is not null))
);
comment on table receipt_mail is 'address and receipt are erased as soon as a mail was sent or given up';
create index receipt_mail_by_sale on receipt_mail (sale_id);
create index receipt_mail_due on receipt_mail (next_attempt_at) where state = 'WAITING';
