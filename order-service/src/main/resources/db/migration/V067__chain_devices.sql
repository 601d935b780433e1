alter table device
    add follows_device uuid,
    add follows_number bigint,
    add follows_hash   bytea,
    add constraint device_follows_whole check (num_nulls(follows_device, follows_number, follows_hash) in (0, 3));
comment on column device.follows_hash is
    'of the last journal entry that was here of the till''s devices before, when this one was enrolled: its first entry follows that one';
