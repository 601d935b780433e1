-- used_for is what the posting rules ask for; code and name are the accountant's to change to the chart they keep
-- (SKR03, PCG, …) before the first posting.
create table ledger_account (
    code     text not null constraint ledger_account_pk primary key,
    name     text not null,
    kind     text not null constraint ledger_account_kind_known
        check (kind in ('ASSET', 'LIABILITY', 'EQUITY', 'INCOME', 'EXPENSE')),
    used_for text constraint ledger_account_used_for_key unique
);

insert into ledger_account (code, name, kind, used_for) values
    ('1000', 'Cash in drawers',             'ASSET',     'CASH'),
    ('1100', 'Bank',                        'ASSET',     'BANK'),
    ('1200', 'Card receivable',             'ASSET',     'CARD'),
    ('1210', 'Bank transfers receivable',   'ASSET',     'BANK_TRANSFER'),
    ('1290', 'Other tenders receivable',    'ASSET',     'OTHER_TENDER'),
    ('1220', 'Vouchers receivable',         'ASSET',     'VOUCHER'),
    ('1300', 'Customer accounts receivable', 'ASSET',    'CUSTOMER_ACCOUNT'),
    ('2000', 'Output tax',                  'LIABILITY', 'OUTPUT_TAX'),
    ('2100', 'Gift cards outstanding',      'LIABILITY', 'GIFT_CARD'),
    ('2110', 'Store credit outstanding',    'LIABILITY', 'STORE_CREDIT'),
    ('2200', 'Customer deposits',           'LIABILITY', 'DEPOSIT'),
    ('3000', 'Equity',                      'EQUITY',    null),
    ('4000', 'Sales revenue',               'INCOME',    'SALES_REVENUE'),
    ('4900', 'Cash rounding differences',   'INCOME',    'CASH_ROUNDING'),
    ('6900', 'Cash over and short',         'EXPENSE',   'CASH_OVER_SHORT');

create table journal_entry (
    id            uuid        not null constraint journal_entry_pk primary key,
    source_type   text        not null,
    source_id     uuid        not null,
    store_id      text        not null,
    business_date date        not null,
    occurred_at   timestamptz not null,
    recorded_at   timestamptz not null,
    currency      char(3)     not null,
    reference     text        not null,
    constraint journal_entry_source_key unique (source_id, source_type)
);
comment on table journal_entry is 'insert-only: a correction is another entry';
create index journal_entry_by_day on journal_entry (store_id, business_date, id);

-- Debit is positive, credit negative, so that an entry is balanced when its postings sum to zero. That rule lives in
-- JournalEntry and in the ledger's audit, and this table has no foreign keys: a deferred trigger and two key checks
-- per row would triple the cost of a sale here. Every row comes from one code path that writes entry and postings together.
create table posting (
    entry_id     uuid          not null,
    posting_no   smallint      not null,
    account      text          not null,
    amount       numeric(19, 4) not null constraint posting_amount_not_zero check (amount <> 0),
    tax_category text,
    tax_rate     numeric(7, 4),
    constraint posting_pk primary key (entry_id, posting_no)
);
comment on table posting is 'insert-only: a correction is another entry';

-- Projection: what the postings of one day sum to. Can be rebuilt from the journal at any time.
create table account_day (
    store_id      text          not null,
    business_date date          not null,
    currency      char(3)       not null,
    account       text          not null,
    debit         numeric(19, 4) not null,
    credit        numeric(19, 4) not null,
    constraint account_day_pk primary key (store_id, business_date, currency, account)
) with (fillfactor = 70);
