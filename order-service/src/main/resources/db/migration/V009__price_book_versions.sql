-- the copy of the catalog keeps what each thing said in each of its versions: a sale is priced with what its till knew
alter table price_book_product
    add column weighed boolean not null default false,
    add column categories uuid[] not null default '{}',
    add column book_version bigint not null default 0,
    drop constraint price_book_product_pk,
    add constraint price_book_product_pk primary key (product_id, version);
comment on table price_book_product is 'insert-only: products as the catalog announced them, version by version';
comment on column price_book_product.categories is 'the category with all above it';
comment on column price_book_product.book_version is
    'the version of the catalog''s price book from which on a till knows this; 0: always';
create index price_book_product_heard on price_book_product (book_version);

alter table price_book_price
    add column valid_until timestamptz,
    add column price_list_id uuid,
    add column minimum_quantity numeric(15,3) not null default 0,
    add column book_version bigint not null default 0,
    drop constraint price_book_price_pk,
    add constraint price_book_price_pk primary key (id, version);
comment on table price_book_price is 'insert-only: prices as the catalog announced them';
comment on column price_book_price.price_list_id is 'null: the general price, or with a store that store''s own';
create index price_book_price_heard on price_book_price (book_version);

alter table price_book_tax_rate
    add column book_version bigint not null default 0,
    drop constraint price_book_tax_rate_pk,
    add constraint price_book_tax_rate_pk primary key (id, version);
comment on table price_book_tax_rate is 'insert-only: tax rates as the catalog announced them';

create table price_book_terms (
    kind         text   not null,
    id           uuid   not null,
    version      bigint not null,
    book_version bigint not null,
    terms        jsonb  not null,
    constraint price_book_terms_pk primary key (kind, id, version),
    constraint price_book_terms_kind_known check (kind in ('PROMOTION', 'PRICE_LIST'))
);
comment on table price_book_terms is 'insert-only: promotions and price lists as the catalog announced them, version by version';

create table price_check (
    sale_id    uuid        not null,
    outcome    text        not null,
    note       text,
    checked_at timestamptz not null,
    constraint price_check_pk primary key (sale_id),
    constraint price_check_outcome_known check (outcome in ('AGREES', 'DISAGREES', 'NOT_COMPARED'))
);
comment on table price_check is 'insert-only: what came of pricing a sale again; differences are anomalies of the sale';

create table price_check_waiting (
    sale_id     uuid        not null,
    since       timestamptz not null,
    next_try_at timestamptz not null,
    constraint price_check_waiting_pk primary key (sale_id)
);
comment on table price_check_waiting is 'sales whose till may have known what we have not heard of yet';
create index price_check_waiting_next on price_check_waiting (next_try_at);
