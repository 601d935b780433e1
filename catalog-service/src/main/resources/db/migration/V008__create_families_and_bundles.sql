create table product_family (
    id      uuid   not null,
    name    text   not null,
    version bigint not null,
    constraint product_family_pk primary key (id)
);
comment on table product_family is 'products that differ in options such as size and colour only; each variant is a product of its own';

create unique index product_family_name_unique on product_family (lower(name));

create table product_family_option (
    family_id     uuid    not null,
    position      integer not null,
    name          text    not null,
    option_values text[]  not null,
    constraint product_family_option_pk primary key (family_id, name),
    constraint product_family_option_of foreign key (family_id) references product_family (id)
);
comment on column product_family_option.option_values is 'in the order in which the tills show them';

alter table product add column family_id uuid;
alter table product add constraint product_family_fk foreign key (family_id) references product_family (id);
create index product_of_family on product (family_id) where family_id is not null;

create table product_option (
    product_id   uuid not null,
    name         text not null,
    option_value text not null,
    constraint product_option_pk primary key (product_id, name),
    constraint product_option_of foreign key (product_id) references product (id)
);

create table product_component (
    product_id   uuid           not null,
    component_id uuid           not null,
    quantity     numeric(15, 3) not null,
    constraint product_component_pk primary key (product_id, component_id),
    constraint product_component_of foreign key (product_id) references product (id),
    constraint product_component_fk foreign key (component_id) references product (id),
    constraint product_component_quantity check (quantity > 0),
    constraint product_component_not_itself check (product_id <> component_id)
);
comment on table product_component is 'what a bundle is made of; it is sold under its own price, and stock moves by component';

create index product_component_in on product_component (component_id);
