create table salvage (
    id            uuid        not null,
    store_id      text        not null,
    source        text        not null,
    device_id     uuid,
    till_ids      text[]      not null,
    digest        text,
    exported_at   timestamptz,
    documents     integer     not null,
    entries       integer     not null,
    begun_at      timestamptz not null,
    begun_by      text        not null,
    begun_by_name text        not null,
    fingerprint   bytea       not null,
    constraint salvage_pk primary key (id),
    constraint salvage_source_known check (source in ('FILE', 'RECEIPTS'))
);
comment on table salvage is 'insert-only: who began to bring in what a device held, and from what';
comment on column salvage.digest is 'SHA-256 of the file';
create index salvage_by_store on salvage (store_id, begun_at);

create table salvage_outcome (
    salvage_id  uuid        not null,
    ended_at    timestamptz not null,
    outcome     jsonb       not null,
    fingerprint bytea       not null,
    constraint salvage_outcome_pk primary key (salvage_id),
    constraint salvage_outcome_salvage_fk foreign key (salvage_id) references salvage (id)
);
comment on table salvage_outcome is 'insert-only: what became of it';

alter table till_session add column overtaken boolean not null default false;
comment on column till_session.overtaken is 'arrived when a later session of its drawer was here already: a device that had been replaced held it';
drop index till_session_one_open_per_drawer;
create unique index till_session_one_open_per_drawer on till_session (till_id, drawer) where closed_at is null and not overtaken;
