alter table tender
    add column foreign_currency char(3),
    add column foreign_amount numeric(19,4),
    add column exchange_rate numeric(20,8),
    add constraint tender_foreign_whole check (num_nulls(foreign_currency, foreign_amount, exchange_rate) in (0, 3));
comment on column tender.foreign_amount is 'what cash of another currency was handed over; amount is its worth in the sale''s';
comment on column tender.exchange_rate is 'of the sale''s currency for one of the foreign, as it was on the till';

alter table store
    add column foreign_cash jsonb;
comment on column store.foreign_cash is 'which foreign currencies its tills take in cash, at which rate, set by whom and when; null: none';

alter table till_session
    add column foreign_cash jsonb;
comment on column till_session.foreign_cash is 'what was expected and counted of each foreign currency at the closing; null: none';
