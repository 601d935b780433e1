insert into ledger_account (code, name, kind, used_for) values
    ('2300', 'Tips owed to staff', 'LIABILITY', 'TIPS');
