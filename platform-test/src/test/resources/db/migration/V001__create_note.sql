create table note (
    id          uuid  not null constraint note_pk primary key,
    store_id    text  not null,
    fingerprint bytea not null
);
comment on table note is 'insert-only: a note stands as it was taken';
create table note_seen (
    id       uuid not null,
    store_id text not null
);
