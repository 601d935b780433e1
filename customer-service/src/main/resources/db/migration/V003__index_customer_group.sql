create index customer_by_group on customer (group_code) where group_code is not null and status = 'ACTIVE';
