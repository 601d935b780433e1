create table device (
    id               uuid        not null,
    till_id          text        not null,
    store_id         text        not null,
    epoch            integer     not null,
    public_key       bytea       not null,
    enrolled_at      timestamptz not null,
    enrolled_by      text        not null,
    enrolled_by_name text        not null,
    set_up_by_name   text        not null,
    last_seen_at     timestamptz,
    retired_at       timestamptz,
    retired_by_name  text,
    reason           text,
    constraint device_pk primary key (id),
    constraint device_till_fk foreign key (till_id) references till (id),
    constraint device_epoch_once unique (till_id, epoch),
    constraint device_reason_known check (reason in ('REPLACED', 'LOST', 'BROKEN', 'NOT_NEEDED')),
    constraint device_retired_whole check (num_nulls(retired_at, retired_by_name, reason) in (0, 3))
);
create unique index device_one_active_for_each_till on device (till_id) where retired_at is null;
create index device_by_store on device (store_id);
comment on column device.public_key is 'P-256, as X.509 SubjectPublicKeyInfo; its private half never leaves the browser that made it';
comment on column device.epoch is 'the how many-th device of its till';
comment on column device.enrolled_by is 'whose code or word it was; set_up_by_name held the device';

create table enrolment_code (
    till_id      text        not null,
    store_id     text        not null,
    code_hash    bytea       not null,
    made_by      text        not null,
    made_by_name text        not null,
    expires_at   timestamptz not null,
    constraint enrolment_code_pk primary key (till_id)
);
create index enrolment_code_by_hash on enrolment_code (code_hash);

create table enrolment_challenge (
    challenge  text        not null,
    expires_at timestamptz not null,
    constraint enrolment_challenge_pk primary key (challenge)
);

create table enrolment_failure (
    caller    text        not null,
    failed_at timestamptz not null
);
create index enrolment_failure_by_caller on enrolment_failure (caller, failed_at);

create table enrolment_rule (
    store_id   text        not null,
    who        text        not null,
    changed_at timestamptz not null,
    changed_by text        not null,
    constraint enrolment_rule_pk primary key (store_id),
    constraint enrolment_rule_who_known check (who in ('LEADS', 'TILL_STAFF'))
);
