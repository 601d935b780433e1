create table journal_progress (
    device_id     uuid   not null,
    complete_to   bigint not null,
    last          bigint not null,
    waiting_since timestamptz,
    constraint journal_progress_pk primary key (device_id),
    constraint journal_progress_device_fk foreign key (device_id) references device (id),
    constraint journal_progress_waits check ((complete_to = last) = (waiting_since is null) and complete_to <= last)
);
comment on table journal_progress is 'how far the journal of a device has arrived without a gap; made again from journal_entry at any time';
create index journal_progress_waiting on journal_progress (waiting_since) where waiting_since is not null;
create index journal_finding_by_time on journal_finding (found_at);

insert into journal_progress
select device_id, coalesce(max(number) filter (where number = position), 0), max(number),
       case when max(number) > count(*) then max(recorded_at) end
from (select device_id, number, recorded_at, row_number() over (partition by device_id order by number) as position
      from journal_entry) numbered
group by device_id;
