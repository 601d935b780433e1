create table approval_policy (
    id         uuid        not null,
    store_id   text,
    active     boolean     not null,
    terms      jsonb       not null,
    version    bigint      not null,
    changed_at timestamptz not null,
    changed_by text        not null,
    constraint approval_policy_pk primary key (id)
);
-- one answer for each store, and one for all that have none of their own
create unique index approval_policy_one_for_each_store on approval_policy (coalesce(store_id, '*')) where active;

create table approval_policy_terms (
    policy_id   uuid        not null,
    version     bigint      not null,
    terms       jsonb       not null,
    recorded_at timestamptz not null,
    recorded_by text        not null,
    constraint approval_policy_terms_pk primary key (policy_id, version)
);
comment on table approval_policy_terms is 'insert-only: every version of every policy';

create table approval_request (
    id              uuid        not null,
    store_id        text        not null,
    till_id         text        not null,
    asked_by        text        not null,
    sent_by         text        not null,
    body            jsonb       not null,
    approvers       text[]      not null,
    fingerprint     bytea       not null,
    recorded_at     timestamptz not null,
    expires_at      timestamptz not null,
    outcome         text,
    decided_by      text,
    decided_by_name text,
    word            text,
    decided_at      timestamptz,
    constraint approval_request_pk primary key (id),
    constraint approval_request_outcome_known check (outcome in ('APPROVED', 'REFUSED', 'CANCELLED'))
);
create index approval_request_by_store on approval_request (store_id, recorded_at);

create table approval (
    document_id   uuid          not null,
    position      smallint      not null,
    document_kind text          not null,
    store_id      text          not null,
    till_id       text          not null,
    action        text          not null,
    line_no       smallint,
    difference    numeric(19,4),
    percent       numeric(19,4),
    currency      char(3)       not null,
    cashier       text          not null,
    cashier_name  text          not null,
    approver      text          not null,
    approver_name text          not null,
    how           text          not null,
    request_id    uuid,
    given_at      timestamptz   not null,
    recorded_at   timestamptz   not null,
    constraint approval_pk primary key (document_id, position)
);
comment on table approval is 'insert-only: who approved what for whom, as the documents say that hold it';
create index approval_by_store on approval (store_id, given_at, document_id, position);

alter table sale
    add column rung_up_by text,
    add column rung_up_by_name text,
    add column cashier_roles text,
    add column approvals jsonb;
comment on column sale.rung_up_by is 'who stood at the till; cashier is whose token sent the sale';
comment on column sale.cashier_roles is 'of the token, separated by spaces; null: not known';
