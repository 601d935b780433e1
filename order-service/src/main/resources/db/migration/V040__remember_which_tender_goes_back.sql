alter table tender
    add column refund_of_sale_id uuid,
    add column refund_of_tender_no smallint,
    add constraint tender_refund_of_whole check (num_nulls(refund_of_sale_id, refund_of_tender_no) in (0, 2));
comment on column tender.refund_of_sale_id is 'money that went back: the tender that had paid; null: nobody knows, or nothing had';

-- how much of a sale's tenders has gone back, on whichever till
create index tender_by_refunded_sale on tender (refund_of_sale_id) where refund_of_sale_id is not null;
