insert into ledger_account (code, name, kind, used_for) values
    ('1010', 'Safe',                          'ASSET',     'SAFE'),
    ('2290', 'Cash paid in, to be assigned',  'LIABILITY', 'CASH_TO_ASSIGN'),
    ('6800', 'Petty cash expenses',           'EXPENSE',   'PETTY_CASH');
