alter table store
    add column region text,
    add column prices_include_tax boolean not null default true;
comment on column store.region is 'ISO 3166-2, where its taxes differ from those of the country';

alter table price_book_tax_rate
    add column region text,
    add column component text,
    add column compound boolean not null default false;
comment on column price_book_tax_rate.component is 'which of the category''s taxes; null: the only one';
