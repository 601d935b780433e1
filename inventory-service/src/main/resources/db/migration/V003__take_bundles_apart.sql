create table product_component (
    product_id   uuid           not null,
    component_id uuid           not null,
    quantity     numeric(15, 3) not null,
    constraint product_component_pk primary key (product_id, component_id),
    constraint product_component_quantity check (quantity > 0)
);
comment on table product_component is 'what catalog''s bundles are made of, fed by catalog.product-changed.v1';

-- the line of a sale that sells a bundle moves each of its components
alter table stock_movement add column bundle_id uuid;
comment on column stock_movement.bundle_id is 'the bundle that was sold or came back; null: the product itself';
alter table stock_movement drop constraint stock_movement_pk;
alter table stock_movement add constraint stock_movement_pk primary key (source_id, line_no, product_id);
