-- what comes back damaged comes in with its sale and is written off at once: two movements of one line
alter table stock_movement drop constraint stock_movement_pk;
alter table stock_movement add constraint stock_movement_pk primary key (source_id, source_type, line_no, product_id);
alter table stock_movement drop constraint stock_movement_source_type;
alter table stock_movement add constraint stock_movement_source_type
    check (source_type in ('SALE', 'DAMAGED_RETURN', 'STOCK_ADJUSTMENT', 'GOODS_RECEIPT'));
