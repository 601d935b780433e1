import { expect, test, type BrowserContext, type Locator, type Page } from '@playwright/test'
import { becomeTill, closeWithApproval, isAccessible, signIn, Till } from './shop.ts'

// How a shop's prices are made, change by the minute, are explained and taken back; the steps build on each other.
test.describe.configure({ mode: 'serial' })

const STAMP = String(Date.now() % 100_000_000)
const SHELF = `Market ${STAMP}`
const LIST = `Market list ${STAMP}`
/** Brought in from a file; new on every run, so that a day can be had twice. */
const JAM = { sku: `JAM-${STAMP}`, name: `Plum Jam ${STAMP}`, price: '4.00' }
const HONEY = { sku: `HON-${STAMP}`, name: `Heather Honey ${STAMP}`, price: '6.00' }
const MEAD = { sku: `MEA-${STAMP}`, name: `Young Mead ${STAMP}`, price: '8.00' }
/** The minute at which the list price, and two of the promotions, begin. */
let turn: Date

let shop: BrowserContext
let office: BrowserContext
let page: Page
let manager: Page
let till: Till
const receipts: string[] = []

test.beforeAll(async ({ browser }) => {
  shop = await browser.newContext()
  office = await browser.newContext()
  page = await shop.newPage()
  manager = await office.newPage()
  till = new Till(page)
})
test.afterAll(async () => {
  await shop.close()
  await office.close()
})

/** A moment as a field for date and time takes it, on the store's clock. */
function local(moment: Date): string {
  return moment.toLocaleString('sv-SE', { timeZone: 'Europe/Berlin' }).slice(0, 16).replace(' ', 'T')
}

async function openProduct(name: string): Promise<Locator> {
  await manager.goto('/manager/products')
  await manager.getByLabel('Find by name, number or code').fill(name)
  await manager.getByRole('button', { name }).click()
  return manager.getByRole('dialog', { name })
}

/** Sells what a number stands for, as soon as the till knows it, and is sure that it came to the basket. */
async function take(sku: string, lines: number) {
  await expect(async () => {
    await till.searchField().fill('')
    await till.searchField().fill(sku)
    await expect(page.getByRole('option')).toHaveCount(1, { timeout: 1_000 })
  }).toPass()
  await page.keyboard.press('Enter')
  await expect(till.basket()).toHaveCount(lines)
  await expect(till.searchField()).toHaveValue('')
}

async function paid() {
  await till.pay()
  await till.isSent()
  receipts.push(await till.receipt())
}

test('the buyer brings a shelf of products in', async ({ browser }) => {
  const desk = await browser.newContext()
  const buyer = await desk.newPage()
  await buyer.goto('/manager/products')
  await signIn(buyer, 'bruno')
  await buyer.getByRole('button', { name: 'Import CSV' }).click()
  await buyer.getByLabel('CSV file').setInputFiles({
    name: 'shelf.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      ['sku,name,category,unit,taxCategory,price,currency']
        .concat([JAM, HONEY, MEAD].map(({ sku, name, price }) => `${sku},${name},${SHELF},PIECE,REDUCED,${price},EUR`))
        .join('\n'),
    ),
  })
  const sheet = buyer.getByRole('dialog', { name: 'Import products' })
  await sheet.getByRole('button', { name: 'Import 3 lines' }).click()
  await expect(sheet.getByText('3 lines were imported.')).toBeVisible()
  await desk.close()
})

test('a list price to come and three promotions, two of them from the same minute on', async () => {
  await manager.goto('/manager/price-lists?list=new')
  await signIn(manager, 'mia')
  const list = manager.getByRole('dialog', { name: 'New price list' })
  await list.getByLabel('Name').fill(LIST)
  await list.getByLabel('Berlin').first().check()
  await isAccessible(manager)
  await list.getByRole('button', { name: 'Save price list' }).click()
  await expect(manager.getByRole('dialog', { name: LIST })).toBeVisible()

  // far enough ahead that everything below is set before it
  turn = new Date(Math.ceil((Date.now() + 75_000) / 60_000) * 60_000)
  const product = await openProduct(JAM.name)
  await product.getByLabel(/Price list/).selectOption({ label: LIST })
  await product.getByLabel(/Price with tax/).fill('3.50')
  await product.getByLabel('From', { exact: true }).fill(local(turn))
  await product.getByRole('button', { name: 'Set price' }).click()
  await expect(product.getByText('€3.50 is set.')).toBeVisible()
})

interface Written {
  readonly name: string
  readonly kind: string
  readonly value: readonly [label: string | RegExp, value: string]
  readonly goods: string
  readonly pieces?: string
  readonly priority: string
  readonly from?: string
  readonly exclusive?: boolean
}

async function promote({ name, kind, value, goods, pieces, priority, from, exclusive }: Written) {
  await manager.goto('/manager/promotions?promotion=new')
  const form = manager.getByRole('dialog', { name: 'New promotion' })
  await form.getByLabel('Name').fill(name)
  await form.getByLabel('What it does').selectOption({ label: kind })
  await form.getByLabel(value[0]).fill(value[1])
  await form.getByLabel(/Add a product or category/).fill(goods)
  await form.getByRole('list', { name: 'Found' }).getByRole('button').first().click()
  await expect(form.getByRole('button', { name: `Remove ${goods}` })).toBeVisible()
  if (pieces !== undefined) await form.getByLabel(/^Pieces/).fill(pieces)
  if (from !== undefined) await form.getByLabel('From', { exact: true }).fill(from)
  await form.getByLabel('Berlin').first().check()
  await form.getByLabel('Priority').fill(priority)
  if (exclusive) await form.getByLabel('Shares its goods with no other promotion').check()
  await expect(form.getByText(/\d of \d+ baskets? changes?, .* less in all/)).toBeVisible()
  await isAccessible(manager)
  await form.getByRole('button', { name: 'Save promotion' }).click()
  await expect(manager.getByRole('dialog', { name })).toBeVisible()
}

const JAM_DAY = `Jam day ${STAMP}`
const SHELF_WEEK = `Shelf week ${STAMP}`
const ANY_THREE = `Any three ${STAMP}`
const DEARER = `Dearer shelf ${STAMP}`

test('three promotions that want the same goods', async () => {
  await promote({
    ...{ name: JAM_DAY, kind: 'Amount off each piece', value: [/^Amount off each piece \(/, '0.50'] },
    ...{ goods: JAM.name, priority: '20' },
  })
  await promote({
    ...{ name: SHELF_WEEK, kind: 'Per cent off goods', value: ['Per cent off', '10'] },
    ...{ goods: SHELF, priority: '10', from: local(turn) },
  })
  await promote({
    ...{ name: ANY_THREE, kind: 'Any so many for one price', value: [/^Price of the whole set/, '12.00'] },
    ...{ goods: SHELF, pieces: '3', priority: '100', from: local(turn), exclusive: true },
  })
  await manager.getByRole('button', { name: 'Close' }).click()
  await expect(manager.getByRole('row', { name: new RegExp(ANY_THREE) })).toContainText('Scheduled')
})

test('the basket at the till turns with the minute', async () => {
  test.setTimeout(240_000)
  await page.goto('/till')
  await signIn(page, 'anna')
  await becomeTill(page, /Berlin/, 1)
  await page.getByLabel(/Cash in the drawer/).fill('50')
  await page.getByRole('button', { name: 'Open the till' }).click()
  await expect(till.searchField()).toBeFocused()
  await take(JAM.sku, 1)
  await take(HONEY.sku, 2)
  await take(MEAD.sku, 3)
  await expect(page.getByRole('button', { name: 'Pay 17.50' })).toBeVisible()
  await expect(till.basket().first()).toContainText(`${JAM_DAY} −0.50`)
  expect(Date.now(), 'all is set before the minute turns').toBeLessThan(turn.getTime())

  await expect(page.getByRole('button', { name: 'Pay 12.00' })).toBeVisible({ timeout: 180_000 })
  expect(Date.now()).toBeGreaterThanOrEqual(turn.getTime())
  await page.keyboard.press('F3')
  const reasons = page.getByRole('status').getByRole('listitem')
  await expect(reasons.filter({ hasText: ANY_THREE })).toBeVisible()
  await isAccessible(page)
  await page.keyboard.press('Escape')
  await paid()
})

test('a line says which list and which promotions made its price', async () => {
  await till.searchField().fill(`2*${JAM.sku}`)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Pay 5.40' })).toBeVisible()
  await page.keyboard.press('F3')
  const reasons = page.getByRole('status').getByRole('listitem')
  for (const reason of [LIST, JAM_DAY, SHELF_WEEK]) {
    await expect(reasons.filter({ hasText: reason })).toBeVisible()
  }
  await page.keyboard.press('Escape')
  await paid()
})

test('a change of many prices is seen before, reaches the till, and is reverted in one step', async () => {
  await take(HONEY.sku, 1)
  await expect(page.getByRole('button', { name: 'Pay 5.40' })).toBeVisible()
  await manager.goto('/manager/change-sets?set=new')
  const form = manager.locator('#content')
  await form.getByLabel('Name', { exact: true }).fill(DEARER)
  await form.getByLabel(/Add a product or category/).fill(SHELF)
  await form.getByRole('list', { name: 'Found' }).getByRole('button').first().click()
  await form.getByLabel('Per cent', { exact: true }).fill('10')
  await expect(form.getByRole('row', { name: new RegExp(HONEY.name) })).toContainText('6.60')
  await isAccessible(manager)
  await form.getByRole('button', { name: 'Change 3 prices' }).click()
  await expect(manager.getByRole('heading', { name: DEARER })).toBeVisible()
  const revert = manager.getByRole('button', { name: 'Revert' })
  await expect(revert).toBeVisible()
  await expect(page.getByRole('button', { name: 'Pay 5.94' })).toBeVisible()
  await paid()

  await take(HONEY.sku, 1)
  await expect(page.getByRole('button', { name: 'Pay 5.94' })).toBeVisible()
  await revert.click()
  await expect(manager.getByText('Reverted. Everything is as it was before.')).toBeVisible()
  await isAccessible(manager)
  await expect(page.getByRole('button', { name: 'Pay 5.40' })).toBeVisible()
  await paid()
})

test('the server priced every sale again and found nothing odd', async () => {
  await manager.goto('/manager/sales')
  for (const receipt of receipts) {
    await manager.getByRole('button', { name: `Open sale ${receipt}` }).click()
    const sheet = manager.getByRole('dialog', { name: `Sale ${receipt}` })
    await expect(sheet.getByRole('table').first()).toBeVisible()
    await expect(sheet.getByText('Odd about this sale')).toHaveCount(0)
    await manager.keyboard.press('Escape')
  }
})

test('the till is closed', async () => {
  await page.getByRole('button', { name: 'Drawer' }).click()
  await page.getByRole('button', { name: 'Close till' }).click()
  await page.getByLabel(/Counted cash/).fill('50')
  await page.getByRole('button', { name: 'Done counting' }).click()
  await page.getByRole('button', { name: 'Close the till' }).click()
  await closeWithApproval(page, manager)
  await expect(page.getByText('These are the server’s figures', { exact: false })).toBeVisible()
})
