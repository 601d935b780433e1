alter table sale add column pricing jsonb;
comment on column sale.pricing is 'what the till''s prices were made of; null: it did not say';
