-- The return that the money went back for, so that refund and goods can be matched.
alter table refund add column sale_id uuid;
