-- what a till last told of itself; only the newest counts
create table till_state (
    till_id      text        not null,
    store_id     text        not null,
    heard_at     timestamptz not null,
    cashier_name text        not null,
    unsent       integer     not null,
    unsent_since timestamptz,
    app_version  text        not null,
    constraint till_state_pk primary key (till_id),
    constraint till_state_till_fk foreign key (till_id) references till (id)
);
create index till_state_by_store on till_state (store_id);

create table finished_task (
    id               uuid        not null,
    store_id         text        not null,
    kind             text        not null,
    subject          text        not null,
    word             text        not null,
    finished_at      timestamptz not null,
    finished_by      text        not null,
    finished_by_name text        not null,
    fingerprint      bytea       not null,
    constraint finished_task_pk primary key (id)
);
comment on table finished_task is 'insert-only: somebody looked after it and said so';
create index finished_task_by_subject on finished_task (store_id, kind, subject);

create index sale_anomaly_by_time on sale_anomaly (found_at);
