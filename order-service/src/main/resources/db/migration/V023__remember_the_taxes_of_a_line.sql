alter table sale_line
    add column tax numeric(19,4),
    add column tax_added numeric(19,4),
    add column tax_parts jsonb,
    add column lot text,
    add column serial text,
    add column expiry_date date;
comment on column sale_line.tax is 'all taxes of the line, within its amount; null: the till did not say';
comment on column sale_line.tax_added is 'paid on top of the price, or not paid of it by an exempt customer; part of the amount';
comment on column sale_line.tax_parts is 'what tax is made of, where that is more than one tax; read only together with their line';
