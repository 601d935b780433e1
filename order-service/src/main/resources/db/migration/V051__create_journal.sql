create table journal_entry (
    device_id     uuid        not null,
    number        bigint      not null,
    kind          text        not null,
    subject       uuid        not null,
    occurred_at   timestamptz not null,
    recorded_at   timestamptz not null,
    previous_hash bytea       not null,
    hash          bytea       not null,
    signature     bytea       not null,
    payload       text        not null,
    constraint journal_entry_pk primary key (device_id, number),
    constraint journal_entry_device_fk foreign key (device_id) references device (id),
    constraint journal_entry_counted check (number > 0)
);
comment on table journal_entry is 'insert-only: what the devices of the tills signed, byte for byte';
comment on column journal_entry.payload is 'canonical JSON (RFC 8785); hash and signature are over its UTF-8 bytes';
create index journal_entry_by_subject on journal_entry (subject);

create table journal_finding (
    id        uuid        not null,
    device_id uuid        not null,
    number    bigint      not null,
    kind      text        not null,
    detail    text        not null,
    sent      text        not null,
    sent_hash bytea       not null,
    found_at  timestamptz not null,
    constraint journal_finding_pk primary key (id),
    constraint journal_finding_device_fk foreign key (device_id) references device (id),
    constraint journal_finding_once unique (device_id, number, kind, sent_hash)
);
comment on table journal_finding is 'insert-only: what arrived for a journal and does not fit; never mended';
