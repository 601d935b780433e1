alter table sale
    add column age_check jsonb;
comment on column sale.age_check is 'that somebody looked at the age of whoever bought; null: nothing in it had a minimum age, or the till did not ask';
