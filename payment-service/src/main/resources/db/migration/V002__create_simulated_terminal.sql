-- The memory of the simulated terminal, which a real terminal keeps for itself. Nothing but the simulator reads it.
create table simulated_operation (
    kind            text           not null,
    id              uuid           not null,
    amount          numeric(19, 4) not null,
    currency        char(3)        not null,
    behaviour       text           not null,
    performed_at    timestamptz    not null,
    times_performed int            not null default 1,
    times_asked     int            not null default 0,
    constraint simulated_operation_pk primary key (kind, id)
);
