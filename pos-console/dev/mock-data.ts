const address = { street: 'Torstraße 100', postalCode: '10119', city: 'Berlin', country: 'DE' };

export const stores = [
  {
    id: 'berlin',
    name: 'Berlin Mitte',
    currency: 'EUR',
    timeZone: 'Europe/Berlin',
    country: 'DE',
    businessDayStartsAt: '04:00',
    address,
    taxNumber: 'DE123456789',
    asksForTips: true,
    foreignCash: [
      { currency: 'CHF', rate: '1.0432', setBy: 'Lea Lorenz', setAt: '2026-11-22T07:31:00Z' },
      { currency: 'USD', rate: '0.8615', setBy: 'Lea Lorenz', setAt: '2026-11-20T07:28:00Z' },
    ],
  },
  {
    id: 'hamburg',
    name: 'Hamburg Altona',
    currency: 'EUR',
    timeZone: 'Europe/Berlin',
    country: 'DE',
    businessDayStartsAt: '04:00',
    address: { ...address, street: 'Große Bergstraße 12', postalCode: '22767', city: 'Hamburg' },
    taxNumber: 'DE123456789',
  },
];

export const tills = [
  { id: 'berlin-1', storeId: 'berlin', name: 'Till 1', receiptPrefix: 'B1', drawers: 2 },
  { id: 'berlin-2', storeId: 'berlin', name: 'Till 2', receiptPrefix: 'B2' },
  { id: 'hamburg-1', storeId: 'hamburg', name: 'Till 1', receiptPrefix: 'H1' },
];

const roles = (...names: string[]) => ({ realm_access: { roles: names } });

export const people = {
  cashier: { name: 'Clara Sommer', stores: ['berlin'], ...roles('cashier') },
  lead: { name: 'Lea Lorenz', stores: ['berlin'], ...roles('shift-lead', 'cashier') },
  manager: { name: 'Martin Vogt', stores: ['*'], ...roles('store-manager') },
  stand: { name: 'Nora Lenz', stores: ['berlin'], ...roles('store-manager') },
  buyer: { name: 'Bea Lindner', stores: ['*'], ...roles('buyer') },
  auditor: { name: 'Vera Ohm', stores: ['*'], ...roles('auditor') },
};

const GOODS: readonly (readonly [string, string, string, string, string])[] = [
  ['ESP-250', 'Espresso beans 250 g', '4.99', 'REDUCED', 'Coffee & tea'],
  ['ESP-1000', 'Espresso beans 1 kg', '17.90', 'REDUCED', 'Coffee & tea'],
  ['FLT-500', 'Filter coffee 500 g', '7.49', 'REDUCED', 'Coffee & tea'],
  ['TEA-EG', 'Earl Grey, 20 bags', '3.29', 'REDUCED', 'Coffee & tea'],
  ['TEA-PM', 'Peppermint tea, 20 bags', '2.79', 'REDUCED', 'Coffee & tea'],
  ['CHO-70', 'Dark chocolate 70 %', '2.49', 'REDUCED', 'Sweets'],
  ['CHO-HN', 'Milk chocolate with hazelnut', '2.29', 'REDUCED', 'Sweets'],
  ['COO-BU', 'Butter cookies 200 g', '1.99', 'REDUCED', 'Sweets'],
  ['GUM-BR', 'Fruit gums bears 300 g', '1.79', 'REDUCED', 'Sweets'],
  ['WAT-ST', 'Still water 0.75 l', '0.99', 'STANDARD', 'Drinks'],
  ['WAT-SP', 'Sparkling water 0.75 l', '0.99', 'STANDARD', 'Drinks'],
  ['JUI-AP', 'Apple juice 1 l', '2.19', 'STANDARD', 'Drinks'],
  ['LEM-GI', 'Ginger lemonade 0.33 l', '1.89', 'STANDARD', 'Drinks'],
  ['BEE-PI', 'Pilsner 0.5 l', '1.19', 'STANDARD', 'Drinks'],
  ['WIN-RI', 'Riesling 0.75 l', '8.90', 'STANDARD', 'Drinks'],
  ['BRE-RY', 'Rye bread 750 g', '4.20', 'REDUCED', 'Bakery'],
  ['BRE-BA', 'Baguette', '1.90', 'REDUCED', 'Bakery'],
  ['CRO-BU', 'Butter croissant', '1.60', 'REDUCED', 'Bakery'],
  ['PRE-ZE', 'Pretzel', '0.95', 'REDUCED', 'Bakery'],
  ['APP-GA', 'Apples Gala', '2.99', 'REDUCED', 'Fruit'],
  ['BAN-FT', 'Bananas', '1.99', 'REDUCED', 'Fruit'],
  ['LEM-BI', 'Lemons, net', '1.49', 'REDUCED', 'Fruit'],
  ['SOA-LA', 'Lavender soap', '3.49', 'STANDARD', 'Household'],
  ['SPO-3', 'Sponges, 3 pieces', '1.29', 'STANDARD', 'Household'],
  ['CAN-WH', 'Household candles, 10 pieces', '4.49', 'STANDARD', 'Household'],
  ['NOT-A5', 'Notebook A5, dotted', '5.90', 'STANDARD', 'Paper'],
  ['PEN-BL', 'Ballpoint pen, blue', '1.20', 'STANDARD', 'Paper'],
  ['CAR-BD', 'Birthday card with a rather long title that wraps', '2.95', 'STANDARD', 'Paper'],
];

function withCheckDigit(digits: string): string {
  let total = 0;
  for (let i = 0; i < digits.length; i++)
    total += Number(digits[digits.length - 1 - i]) * (i % 2 === 0 ? 3 : 1);
  return digits + String((10 - (total % 10)) % 10);
}

export const categories = [...new Set(GOODS.map(([, , , , category]) => category))].map((name, position) => ({
  id: `00000000-0000-7000-9000-${String(position + 1).padStart(12, '0')}`,
  name,
  parentId: null,
  path: name,
  position,
}));

export const products = GOODS.map(([sku, name, price, taxCategory, category], at) => ({
  productId: `00000000-0000-7000-8000-${String(at + 1).padStart(12, '0')}`,
  sku,
  name,
  unit: category === 'Fruit' && !sku.startsWith('LEM') ? 'KG' : 'PIECE',
  price,
  prices: [],
  currency: 'EUR',
  taxCategory,
  taxRate: taxCategory === 'REDUCED' ? '7.00' : '19.00',
  barcodes: [
    { code: withCheckDigit(`2000000${String(at + 1).padStart(5, '0')}`), quantity: '1', price: null },
  ],
  categoryId: categories.find(({ name }) => name === category)?.id ?? null,
  category,
  ageLimit: sku === 'WIN-RI' || sku === 'BEE-PI' ? 16 : null,
  stockTracked: true,
  active: true,
  version: at + 1,
  tracking: sku === 'SOA-LA' ? 'LOT' : sku === 'NOT-A5' ? 'SERIAL' : 'NONE',
  variant: null,
  brand: null,
  imageId: null,
}));

/** Terms of a promotion in which nothing is asked for and nothing taken off yet. */
const plainTerms = {
  currency: null,
  priority: 10,
  exclusive: false,
  active: true,
  window: { from: '2026-01-01T00:00:00', until: null, weekdays: [], startsAt: null, endsAt: null },
  stores: [],
  customerGroups: [],
  coupon: null,
  maximumUses: null,
  minimumAmount: null,
  minimumQuantity: null,
  target: { products: [], categories: [], exceptProducts: [] },
  percent: null,
  amount: null,
  parts: [],
  price: null,
};

const inCategory = (name: string) => ({
  ...plainTerms.target,
  categories: categories.filter((category) => category.name === name).map(({ id }) => id),
});

export const promotions = [
  {
    ...plainTerms,
    name: 'Three coffees for two',
    kind: 'CHEAPEST_FREE',
    percent: '100',
    parts: [{ target: inCategory('Coffee & tea'), pieces: 3 }],
  },
  {
    ...plainTerms,
    name: 'Happy hour at the bakery',
    kind: 'LINE_PERCENT',
    percent: '30',
    target: inCategory('Bakery'),
    window: { ...plainTerms.window, weekdays: [1, 2, 3, 4, 5, 6], startsAt: '17:00:00', endsAt: '19:00:00' },
  },
  {
    ...plainTerms,
    name: 'Welcome',
    kind: 'BASKET_PERCENT',
    percent: '10',
    coupon: 'WELCOME10',
    maximumUses: 1,
  },
  {
    ...plainTerms,
    name: 'Chocolate in spring',
    kind: 'MIX_AND_MATCH',
    price: '5.00',
    currency: 'EUR',
    stores: ['berlin'],
    parts: [
      { target: { ...plainTerms.target, products: products.slice(5, 7).map((p) => p.productId) }, pieces: 3 },
    ],
    window: { ...plainTerms.window, from: '2099-03-01T00:00:00', until: '2099-04-01T00:00:00' },
  },
  { ...plainTerms, name: 'Opening week', kind: 'BASKET_PERCENT', percent: '5', active: false },
].map((terms, at) => ({
  id: `00000000-0000-7000-a000-${String(at + 1).padStart(12, '0')}`,
  terms,
  version: 0,
  changedAt: '2026-01-01T09:00:00Z',
  changedBy: 'manager',
}));

export const scanLayouts = [
  {
    ...{ id: '00000000-0000-7000-b000-000000000001', version: 0, storeId: null, prefix: '20', itemDigits: 5 },
    ...{ valueDigits: 5, valueChecked: false, value: 'WEIGHT', decimals: 3, active: true },
  },
  {
    ...{ id: '00000000-0000-7000-b000-000000000002', version: 0, storeId: 'berlin', prefix: '22' },
    ...{ itemDigits: 5, valueDigits: 4, valueChecked: true, value: 'PRICE', decimals: 2, active: true },
  },
];
