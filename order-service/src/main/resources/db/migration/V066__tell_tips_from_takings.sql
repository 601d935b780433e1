alter table sale
    add column tip numeric(19,4),
    add column tip_to text,
    add column tip_to_name text,
    add constraint sale_tip_whole check (num_nulls(tip, tip_to, tip_to_name) in (0, 3));
comment on column sale.tip is 'what the tenders hold besides total and rounding, owed to whoever it is for; null: nothing';

alter table store
    add column asks_for_tips boolean;
comment on column store.asks_for_tips is 'whether its tills offer to take a tip; null: they do not';
