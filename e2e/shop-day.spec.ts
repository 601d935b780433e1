import { readFile } from 'node:fs/promises'
import { expect, test, type BrowserContext, type Page } from '@playwright/test'
import { barcode, becomeTill, closeWithApproval, isAccessible, signIn, Till } from './shop.ts'

// A shop's day in one browser: the steps build on each other, as a day does.
test.describe.configure({ mode: 'serial' })

const COLD_BREW = barcode(8)
const BARCODES = [barcode(1), barcode(10), barcode(3)] as const
const [ESPRESSO, EARL_GREY] = BARCODES
const CUSTOMER = 'Anna Lindner'
/** Brought in from a file and repriced during the day; new on every run, so that a day can be had twice. */
const NOVELTY = { sku: `NEW-${Date.now()}`, name: `Quince Jelly ${Date.now()}`, price: '4.40', newPrice: '3.80' }

let shop: BrowserContext
let office: BrowserContext
let page: Page
let manager: Page
let till: Till
let soldReceipt = ''
let cardReceipt = ''
let discountReceipt = ''
let offeredReceipt = ''
const troubles: string[] = []

test.beforeAll(async ({ browser }) => {
  shop = await browser.newContext()
  office = await browser.newContext()
  page = await shop.newPage()
  manager = await office.newPage()
  for (const watched of [page, manager]) watched.on('pageerror', (error) => troubles.push(error.message))
  till = new Till(page)
})
test.afterAll(async () => {
  await shop.close()
  await office.close()
})

test('the cashier signs in and opens the till', async () => {
  await page.goto('/')
  await isAccessible(page)
  await signIn(page, 'anna')
  await expect(page.getByRole('heading', { name: /Which till|Hello|Open/ })).toBeVisible()
  const toTill = page.getByRole('link', { name: /Open the till/ })
  if (await toTill.isVisible()) {
    await toTill.click()
  }
  await expect(page.getByRole('heading', { name: 'Which till is this?' })).toBeVisible()
  await isAccessible(page)
  await becomeTill(page, /Berlin/)
  await page.getByLabel(/Cash in the drawer/).fill('100')
  await isAccessible(page)
  await page.getByRole('button', { name: 'Open the till' }).click()
  await expect(till.searchField()).toBeFocused()
  await expect(page.getByRole('button', { name: /Pay/ })).toBeVisible()
})

test('quick keys stand by category and page, in the shop’s order', async () => {
  const categories = page.getByRole('group', { name: 'Categories' })
  await expect(categories.first().getByRole('button')).toContainText(['All', 'Coffee', 'Tea', 'Sweets'])
  await isAccessible(page)
  await page.keyboard.press('PageDown')
  await expect(page.getByRole('navigation', { name: 'Pages of quick keys' })).toContainText('2 of')
  await categories.getByRole('button', { name: 'Coffee', exact: true }).click()
  await categories.getByRole('button', { name: 'Beans', exact: true }).click()
  await page.getByRole('list', { name: 'Quick keys' }).getByRole('button').first().click()
  await expect(till.basket()).toHaveCount(1)
  await page.keyboard.press('-')
  await expect(till.basket()).toHaveCount(0)
})

test('three scans, Enter, Enter: sold with the keyboard alone', async () => {
  for (const code of BARCODES) {
    await till.scan(code)
  }
  await expect(till.basket()).toHaveCount(3)
  await isAccessible(page)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'To pay' })).toBeVisible()
  await isAccessible(page)
  await page.keyboard.type('50')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Change', { exact: true })).toBeVisible()
  await till.isSent()
  await isAccessible(page)
  soldReceipt = await till.receipt()

  await page.getByRole('button', { name: 'Show receipt' }).click()
  await expect(page.getByRole('dialog', { name: 'Receipt' })).toContainText(soldReceipt)
  await isAccessible(page)
  await page.keyboard.press('Escape')
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save PDF' }).click()
  const file = await saved
  expect(file.suggestedFilename()).toBe(`${soldReceipt}.pdf`)
  expect((await readFile(await file.path())).subarray(0, 5).toString()).toBe('%PDF-')
})

test('an unknown code says what was read, and nothing is lost', async () => {
  await till.scan('4012345678901')
  await expect(page.getByText('Nothing is sold under “4012345678901”')).toBeVisible()
  await expect(till.searchField()).toBeVisible()
})

test('a search, Enter, and a card', async () => {
  await till.searchField().fill('Earl ')
  await page.getByRole('option').first().click()
  await expect(till.basket()).toHaveCount(1)
  await expect(till.searchField()).toHaveValue('')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'To pay' })).toBeVisible()
  await page.keyboard.press('F9')
  await page.getByRole('button', { name: /Charge .* to card/ }).click()
  await till.isPaid()
  await till.isSent()
  cardReceipt = await till.receipt()
})

test('a discount on a line and on the basket, for a customer we know', async () => {
  await till.scan(ESPRESSO)
  await till.scan(EARL_GREY)
  await expect(till.basket()).toHaveCount(2)
  await page.keyboard.press('F4')
  await expect(page.getByLabel('Per cent off')).toBeFocused()
  await isAccessible(page)
  await page.keyboard.type('10')
  await page.keyboard.press('Enter')
  await expect(till.basket().last()).toContainText(/Discount 10 % −\d/)

  await page.getByRole('button', { name: 'Discount', exact: true }).click()
  await page.getByText('Whole basket').click()
  await page.getByText('Amount (EUR)', { exact: true }).click()
  await page.getByLabel('Amount off (EUR)').fill('1.00')
  await page.keyboard.press('Enter')
  await expect(page.getByText('−1.00')).toBeVisible()

  await page.keyboard.press('F2')
  await page.getByLabel('Find a customer').fill('Lindner')
  await isAccessible(page)
  await page.getByRole('button', { name: CUSTOMER }).click()
  await expect(page.getByRole('button', { name: `Remove customer ${CUSTOMER}` })).toBeVisible()
  await till.pay()
  await till.isSent()
  discountReceipt = await till.receipt()
})

test('three cold coffees for two, a coupon on top, and the reason for both', async () => {
  await till.scan(COLD_BREW)
  await till.scan(COLD_BREW)
  await till.scan(COLD_BREW)
  await expect(till.basket()).toHaveCount(1)
  await expect(till.basket()).toContainText('Three cold coffees for two −4.20')
  await till.searchField().fill('welcome10')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('list', { name: 'Coupons' })).toContainText(/WELCOME10.*−.*0\.84/)
  await isAccessible(page)

  await page.keyboard.press('F3')
  await expect(page.getByRole('heading', { name: 'Why this price?' })).toBeVisible()
  const reasons = page.getByRole('status').getByRole('listitem')
  await expect(reasons.filter({ hasText: 'Three cold coffees for two' })).toBeVisible()
  await expect(reasons.filter({ hasText: 'Welcome to Feinkost' })).toBeVisible()
  await isAccessible(page)
  await page.keyboard.press('Escape')

  await expect(page.getByRole('button', { name: 'Pay 7.56' })).toBeVisible()
  await till.pay()
  await till.isSent()
  offeredReceipt = await till.receipt()
})

test('without a network the till sells, survives a reload, and sends when it is back', async () => {
  await shop.setOffline(true)
  await till.sell(ESPRESSO)
  await expect(page.getByText(/1 kept here|1 waiting/)).toBeVisible()

  await page.reload()
  await expect(till.searchField()).toBeVisible()
  await till.sell(EARL_GREY)
  await expect(page.getByText(/2 kept here|2 waiting/)).toBeVisible()
  await isAccessible(page)

  await shop.setOffline(false)
  await expect(page.getByText('All sent')).toBeVisible({ timeout: 45_000 })
})

test('goods come back by receipt, for cash or to the card they were bought with', async () => {
  await till.takeBack(soldReceipt)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Give back', { exact: true })).toBeVisible()
  await till.isSent()

  await till.takeBack(cardReceipt)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'To give back' })).toBeVisible()
  await page.getByRole('button', { name: /Refund .* to card/ }).click()
  await expect(page.getByText('Refunded to card', { exact: true })).toBeVisible()
  await till.isSent()
})

test('the buyer brings products in from a file, one bad line told first', async ({ browser }) => {
  const desk = await browser.newContext()
  const buyer = await desk.newPage()
  await buyer.goto('/manager/products')
  await signIn(buyer, 'bruno')
  await buyer.getByRole('button', { name: 'Import CSV' }).click()
  await buyer.getByLabel('CSV file').setInputFiles({
    name: 'novelties.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      [
        'sku,name,category,unit,taxCategory,price,currency,barcodes',
        `${NOVELTY.sku},${NOVELTY.name},Pantry > Spreads,PIECE,REDUCED,${NOVELTY.price},EUR,`,
        `${NOVELTY.sku}-X,A code with a wrong check digit,Pantry > Spreads,PIECE,REDUCED,1.00,EUR,4006381333932`,
      ].join('\n'),
    ),
  })
  const sheet = buyer.getByRole('dialog', { name: 'Import products' })
  await expect(sheet.getByText('1 line is good. Nothing is stored yet.')).toBeVisible()
  await expect(sheet.getByRole('heading', { name: '1 line was refused' })).toBeVisible()
  await expect(sheet.getByRole('row', { name: /^3 / })).toContainText(/check digit/i)
  await isAccessible(buyer)
  await sheet.getByRole('button', { name: 'Import 1 line' }).click()
  await expect(sheet.getByText('1 line was imported.')).toBeVisible()
  await buyer.keyboard.press('Escape')

  const saved = buyer.waitForEvent('download')
  await buyer.getByRole('button', { name: 'Export CSV' }).click()
  const file = await readFile(await (await saved).path(), 'utf8')
  expect(file).toContain(`,${NOVELTY.sku},${NOVELTY.name},`)
  await desk.close()
})

const tillFinds = (price: string) =>
  expect(async () => {
    await till.searchField().fill('')
    await till.searchField().fill(NOVELTY.sku)
    await expect(page.getByRole('option')).toContainText([price], { timeout: 1_000 })
  }).toPass()

test('a price the manager sets is the till’s price seconds later', async () => {
  await manager.goto('/manager/products')
  await signIn(manager, 'mia')
  await manager.getByLabel('Find by name, number or code').fill(NOVELTY.sku)
  await manager.getByRole('button', { name: NOVELTY.name }).click()
  const sheet = manager.getByRole('dialog', { name: NOVELTY.name })
  await expect(sheet.getByRole('row')).toContainText([NOVELTY.price])
  await sheet.getByLabel(/Price with tax/).fill(NOVELTY.newPrice)
  await sheet.getByRole('button', { name: 'Set price' }).click()
  await expect(sheet.getByText(`€${NOVELTY.newPrice} is set.`)).toBeVisible()
  await expect(sheet.getByRole('row')).toHaveCount(2)
  await isAccessible(manager)

  await tillFinds(NOVELTY.newPrice)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: `Pay ${NOVELTY.newPrice}` })).toBeVisible()
  await till.pay()
  await till.isSent()
})

test('prices of goods that were found go up together, are seen before, and come back with one click', async () => {
  await manager.keyboard.press('Escape')
  await manager.getByRole('button', { name: 'Change the prices of these' }).click()
  await manager.getByLabel('Name', { exact: true }).fill(`Up ${NOVELTY.sku}`)
  await manager.getByLabel('Which prices').selectOption('store')
  await manager.getByLabel('Per cent').fill('10')
  const preview = manager.getByRole('region', { name: 'What it does' })
  await expect(preview.getByRole('row', { name: NOVELTY.name })).toContainText(`${NOVELTY.newPrice}4.18`)
  await isAccessible(manager)

  await manager.getByRole('button', { name: 'Change 1 price' }).click()
  await expect(manager.getByText('Applied. Tills get it within seconds', { exact: false })).toBeVisible()
  await isAccessible(manager)
  await tillFinds('4.18')

  await manager.getByRole('button', { name: 'Revert' }).click()
  await expect(manager.getByText('Reverted. Everything is as it was before.')).toBeVisible()
  await tillFinds(NOVELTY.newPrice)
  await till.searchField().fill('')
})

const expectedCash = () => page.locator('dt', { hasText: 'Expected cash' }).locator('+ dd')

test('cash goes to the safe with a reason; the X report and the shift lead’s page know it', async () => {
  await page.keyboard.press('F10')
  await expect(page.getByRole('heading', { name: 'Drawer' })).toBeVisible()
  await isAccessible(page)
  await page.keyboard.press('3')
  await page.getByLabel(/Amount/).fill('20')
  await page.keyboard.press('Enter')
  await expect(page.getByText('€20.00 taken out: To the safe.')).toBeVisible()
  await page.keyboard.press('5')
  await expect(page.getByText('The server has the same figures.')).toBeVisible()
  await expect(page.getByText('Tenders and expected cash are told after the count.')).toBeVisible()
  await isAccessible(page)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')

  await manager.goto('/shift')
  await expect(manager.getByText('Should be in the drawer').first()).toBeVisible()
  await isAccessible(manager)
  await manager.getByRole('button', { name: 'Report' }).first().click()
  const report = manager.getByRole('dialog', { name: 'Report' })
  await expect(report.getByText('Take to the safe')).toBeVisible()
  await expect(report.getByText('-20.00').first()).toBeVisible()
  await isAccessible(manager)
  await manager.keyboard.press('Escape')
})

test('the drawer is counted and the till closed; the server says what it came to', async () => {
  await page.getByRole('button', { name: 'Drawer' }).click()
  await page.getByRole('button', { name: 'Close till' }).click()
  await page.getByLabel(/Counted cash/).fill('100')
  await isAccessible(page)
  await page.getByRole('button', { name: 'Done counting' }).click()
  await expect(expectedCash()).toHaveCount(0)
  await isAccessible(page)
  await page.getByRole('button', { name: 'Close the till' }).click()
  const expected = await expectedCash().innerText()
  await isAccessible(page)
  await closeWithApproval(page, manager)
  await expect(page.getByRole('heading', { name: /is closed$/ })).toBeVisible()
  await expect(page.getByText('These are the server’s figures', { exact: false })).toBeVisible()
  await expect(page.getByText('The server has the same figures.')).toBeVisible()
  await expect(expectedCash()).toHaveText(expected)
  await isAccessible(page)
  await page.getByRole('button', { name: 'Open the till again' }).click()
  await expect(page.getByRole('heading', { name: /^Open / })).toBeVisible()
})

test('the manager sees the day and the sales behind a figure', async () => {
  await manager.goto('/manager')
  await expect(manager.getByRole('heading', { name: /Today in/ })).toBeVisible()
  await expect(manager.getByText(/Complete to/)).toBeVisible()
  await isAccessible(manager)

  await manager.getByRole('link', { name: /Revenue/ }).first().click()
  await expect(manager.getByRole('heading', { name: 'Sales' })).toBeVisible()
  await expect(manager.getByText(soldReceipt, { exact: true }).first()).toBeVisible()
  await isAccessible(manager)
  for (const [receipt, discounts] of [[discountReceipt, 2], [offeredReceipt, 1]] as const) {
    await manager.getByRole('button', { name: `Open sale ${receipt}` }).click()
    const sheet = manager.getByRole('dialog', { name: `Sale ${receipt}` })
    await expect(sheet.getByRole('table').getByText(/Discount/)).toHaveCount(discounts)
    await expect(sheet.getByText('Odd about this sale')).toHaveCount(0)
    await isAccessible(manager)
    await manager.keyboard.press('Escape')
  }

  await manager.goto('/manager/stock')
  await expect(manager.getByRole('heading', { name: 'Stock' })).toBeVisible()
  await isAccessible(manager)
})

test('a cashier does not see the manager’s figures', async () => {
  const answer = await page.request.get('/api/trial-balance?storeId=berlin')
  expect(answer.status()).toBe(401)
})

test('no page threw an error all day', () => {
  expect(troubles).toEqual([])
})
