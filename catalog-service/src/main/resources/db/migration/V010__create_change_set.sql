create table change_set (
    id         uuid        not null,
    name       text        not null,
    terms      jsonb       not null,
    store_id   text,
    state      text        not null,
    applies_at timestamptz,
    problem    text,
    version    bigint      not null,
    changed_at timestamptz not null,
    constraint change_set_pk primary key (id),
    constraint change_set_state check (state in ('DRAFT', 'SCHEDULED', 'APPLIED', 'REVERTED')),
    constraint change_set_moment check (state = 'DRAFT' or applies_at is not null)
);
comment on table change_set is 'one edit of many products, seen before it is made and reverted in one step';
comment on column change_set.terms is 'what the API takes; name and store_id are taken from it to search by';
comment on column change_set.applies_at is 'from when on it holds, a whole minute; null: nobody has said yet';
comment on column change_set.problem is 'why it went back to a draft when its moment came';

create index change_set_newest on change_set (changed_at desc, id desc);
create index change_set_due on change_set (applies_at) where state = 'SCHEDULED';

create table change_set_step (
    change_set_id uuid        not null,
    step_no       bigint      generated always as identity,
    state         text        not null,
    recorded_at   timestamptz not null,
    recorded_by   text        not null,
    recorded_name text        not null,
    constraint change_set_step_pk primary key (change_set_id, step_no),
    constraint change_set_step_of foreign key (change_set_id) references change_set (id)
);
comment on table change_set_step is 'insert-only: who brought a change set into which state, and when';

create table change_set_line (
    change_set_id    uuid           not null,
    product_id       uuid           not null,
    minimum_quantity numeric(15, 3) not null,
    price_before     numeric(19, 4),
    price_after      numeric(19, 4),
    replaced         boolean        not null,
    value_before     text,
    value_after      text,
    state            text           not null,
    constraint change_set_line_pk primary key (change_set_id, product_id, minimum_quantity),
    constraint change_set_line_of foreign key (change_set_id) references change_set (id),
    constraint change_set_line_product foreign key (product_id) references product (id),
    constraint change_set_line_state check (state in ('SET', 'SET_BACK', 'CHANGED_SINCE', 'PRICE_FIXED', 'REFUSED'))
);
comment on table change_set_line is 'what a change set did to a product, and what its reversal made of that';
comment on column change_set_line.replaced is 'a price for the same moment stood there before and was replaced for good';
comment on column change_set_line.value_before is 'of the field that the set changes; the id of a category';

create table product_cost (
    product_id     uuid           not null,
    currency       char(3)        not null,
    unit_cost      numeric(19, 4) not null,
    agreed_at      timestamptz    not null,
    purchase_order text           not null,
    constraint product_cost_pk primary key (product_id, currency),
    constraint product_cost_of foreign key (product_id) references product (id)
);
comment on table product_cost is 'without tax; what was last agreed with a supplier, fed by order.purchase-order-placed.v1';
