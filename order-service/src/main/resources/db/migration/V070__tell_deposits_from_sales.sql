alter table sale
    add column layaway_id     uuid,
    add column deposit_kind   text,
    add column deposit_amount numeric(19,4),
    add column deposit        jsonb,
    add constraint sale_deposit_whole check (num_nulls(layaway_id, deposit_kind, deposit_amount, deposit) in (0, 4)),
    add constraint sale_deposit_kind_known check (deposit_kind in ('TAKEN', 'APPLIED', 'REFUNDED')),
    drop constraint sale_document_type_known,
    add constraint sale_document_type_known check (document_type in ('SALE', 'RETURN', 'EXCHANGE', 'DEPOSIT'));
comment on column sale.deposit_amount is 'what the tenders hold besides total, rounding and tip, owed to the customer; less than zero where it pays or goes back';
comment on column sale.deposit is 'as the till wrote it, with what was set aside in the first of a layaway';

-- what a store has set aside, and what is left of it, are sums over its documents
create index sale_by_layaway on sale (store_id, layaway_id) where layaway_id is not null;
