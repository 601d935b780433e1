create table product_image (
    id          uuid        not null,
    product_id  uuid        not null,
    position    integer     not null,
    media_type  text        not null,
    original    bytea,
    fingerprint bytea       not null,
    state       text        not null,
    problem     text,
    recorded_at timestamptz not null,
    recorded_by text        not null,
    constraint product_image_pk primary key (id),
    constraint product_image_of foreign key (product_id) references product (id),
    constraint product_image_state check (state in ('PENDING', 'READY', 'REFUSED', 'REMOVED')),
    constraint product_image_kept check ((original is null) = (state = 'REMOVED'))
);
comment on column product_image.fingerprint is 'SHA-256 of the original';

-- pictures are compressed already
alter table product_image alter column original set storage external;

create unique index product_image_order on product_image (product_id, position);
create index product_image_shown on product_image (product_id, position) where state = 'READY';

create table product_image_thumbnail (
    image_id uuid     not null,
    edge     smallint not null,
    width    smallint not null,
    height   smallint not null,
    jpeg     bytea    not null,
    constraint product_image_thumbnail_pk primary key (image_id, edge),
    constraint product_image_thumbnail_of foreign key (image_id) references product_image (id)
);
comment on column product_image_thumbnail.edge is 'the longest side at most, in pixels';
alter table product_image_thumbnail alter column jpeg set storage external;
