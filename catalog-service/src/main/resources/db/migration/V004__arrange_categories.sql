alter table category add column position bigint generated always as identity;
comment on column category.position is 'the shop''s own order: categories stand as they were first named, compared among siblings';
