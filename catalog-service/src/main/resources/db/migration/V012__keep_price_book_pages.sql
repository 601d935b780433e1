-- what can be made again needs no log
create unlogged table price_book_page (
    store_id      text        not null,
    after_version bigint      not null,
    format        integer     not null,
    made_at       timestamptz not null,
    body          bytea       not null,
    constraint price_book_page_pk primary key (store_id, after_version, format)
);
comment on table price_book_page is 'full pages of a store''s price book, made once for all its tills';
comment on column price_book_page.format is 'which fields an entry has: a newer service reads no pages of an older one';
comment on column price_book_page.body is 'JSON, compressed by gzip';
alter table price_book_page alter column body set storage external;
