create table promotion (
    id           uuid        not null,
    name         text        not null,
    coupon       text,
    active       boolean     not null,
    terms        jsonb       not null,
    version      bigint      not null,
    changed_at   timestamptz not null,
    changed_by   text        not null,
    constraint promotion_pk primary key (id)
);
comment on column promotion.terms is 'what the API takes; name, coupon and active are taken from it to search by';

create unique index promotion_coupon_unique on promotion (lower(coupon)) where active;

create table promotion_terms (
    promotion_id uuid        not null,
    version      bigint      not null,
    terms        jsonb       not null,
    recorded_at  timestamptz not null,
    recorded_by  text        not null,
    constraint promotion_terms_pk primary key (promotion_id, version),
    constraint promotion_terms_of foreign key (promotion_id) references promotion (id)
);
comment on table promotion_terms is 'insert-only: what a promotion said in each of its versions';

alter table price_book_counter add column promotions_version bigint not null default 0;
comment on column price_book_counter.promotions_version is 'the version of the book in which a promotion last changed';
