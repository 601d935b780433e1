alter table store
    add column region text,
    add column prices_include_tax boolean not null default true;

alter table tax_rate
    add column region text,
    add column component text,
    add column compound boolean not null default false,
    alter column rate type numeric(7, 4);
update tax_rate set component = category;
alter table tax_rate alter column component set not null;
comment on column tax_rate.region is 'ISO 3166-2; null: the whole country';
comment on column tax_rate.component is 'which of the taxes on goods of the category this is; its category''s name where there is one';
comment on column tax_rate.compound is 'charged on the taxes before it too';
