create table product_change (
    product_id    uuid        not null,
    version       bigint      not null,
    fields        jsonb       not null,
    origin        text        not null,
    change_set_id uuid,
    recorded_at   timestamptz not null,
    recorded_by   text        not null,
    recorded_name text        not null,
    constraint product_change_pk primary key (product_id, version),
    constraint product_change_of_set foreign key (change_set_id) references change_set (id),
    constraint product_change_origin check (origin in ('EDIT', 'FILE', 'CHANGE_SET', 'REVERSAL')),
    constraint product_change_set check ((change_set_id is null) = (origin in ('EDIT', 'FILE')))
);
comment on table product_change is 'insert-only: who changed what of a product, and when; its prices have a history of their own';
comment on column product_change.version is 'that the product has had since; 0 is its making';
comment on column product_change.fields is 'name, before and after of each field as people read it, a category by its path';
