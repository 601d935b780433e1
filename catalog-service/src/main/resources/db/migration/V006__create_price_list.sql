create table price_list (
    id         uuid        not null,
    name       text        not null,
    currency   char(3)     not null,
    active     boolean     not null,
    terms      jsonb       not null,
    version    bigint      not null,
    changed_at timestamptz not null,
    changed_by text        not null,
    constraint price_list_pk primary key (id)
);
comment on column price_list.terms is 'what the API takes; name, currency and active are taken from it to search by';

create table price_list_terms (
    price_list_id uuid        not null,
    version       bigint      not null,
    terms         jsonb       not null,
    recorded_at   timestamptz not null,
    recorded_by   text        not null,
    constraint price_list_terms_pk primary key (price_list_id, version),
    constraint price_list_terms_of foreign key (price_list_id) references price_list (id)
);
comment on table price_list_terms is 'insert-only: what a price list said in each of its versions';

alter table price_book_counter add column price_lists_version bigint not null default 0;
comment on column price_book_counter.price_lists_version is 'the version of the book in which a price list last changed';

alter table price
    add column price_list_id uuid,
    add column minimum_quantity numeric(15, 3) not null default 0,
    add column valid_until timestamptz,
    add column ended boolean not null default false,
    add column counts_until timestamptz not null default 'infinity',
    add constraint price_list_of foreign key (price_list_id) references price_list (id),
    add constraint price_of_list_or_store check (price_list_id is null or store_id is null),
    add constraint price_minimum_quantity check (minimum_quantity >= 0),
    add constraint price_period check (valid_until >= valid_from);
comment on column price.price_list_id is 'null: the general price, or with a store that store''s own';
comment on column price.valid_until is 'null: until the next one; the same as valid_from: takes back what was set for that moment';
comment on column price.in_force is 'valid_from has come, and the price book said so';
comment on column price.ended is 'valid_until has come, and the price book said so';
comment on column price.counts_until is
    'when it ends or the next one takes its place; -infinity when it never counted: taken back, or corrected by a later one';

-- prices begin on the minute
update price set valid_from = date_trunc('minute', valid_from) where valid_from <> date_trunc('minute', valid_from);

update price set counts_until = coalesce(lasting.until, '-infinity')
from price every_one
left join (
    select id, coalesce(lead(valid_from) over (partition by product_id, currency, store_id order by valid_from),
                        'infinity') as until
    from (
        select distinct on (product_id, currency, store_id, valid_from) id, product_id, currency, store_id, valid_from
        from price order by product_id, currency, store_id, valid_from, recorded_no desc) standing
) lasting on lasting.id = every_one.id
where price.id = every_one.id and coalesce(lasting.until, '-infinity') <> 'infinity';

drop index price_of_product;
create index price_that_counts on price (product_id, counts_until);
create index price_of_list on price (price_list_id, product_id) where price_list_id is not null;
create index price_to_end on price (valid_until) where not ended and valid_until is not null;

-- tills hear of a price when it is set; those that are still to come they have not heard of
with to_come as (
    select distinct product_id from price where not in_force
), reserved as (
    update price_book_counter set last_version = last_version + (select count(*) from to_come) returning last_version
)
update price_book_version set version = numbered.version
from (select product_id, (select last_version from reserved) - row_number() over (order by product_id) + 1 as version
      from to_come) numbered
where price_book_version.product_id = numbered.product_id;
