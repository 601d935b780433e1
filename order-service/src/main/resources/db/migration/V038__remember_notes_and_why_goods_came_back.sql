alter table sale_line
    add column note text,
    add column come_back_reason text,
    add column come_back_condition text,
    add constraint sale_line_come_back_whole check (num_nulls(come_back_reason, come_back_condition) in (0, 2));
comment on column sale_line.come_back_reason is 'why goods came back, and whether they can be sold again; null: the till did not ask';
