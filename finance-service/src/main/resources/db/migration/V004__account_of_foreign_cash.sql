insert into ledger_account (code, name, kind, used_for) values
    ('1020', 'Foreign cash in drawers', 'ASSET', 'FOREIGN_CASH');
