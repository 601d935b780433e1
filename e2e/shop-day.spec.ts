import AxeBuilder from '@axe-core/playwright'
import { expect, test, type BrowserContext, type Page } from '@playwright/test'

// A shop's day in one browser: the steps build on each other, as a day does.
test.describe.configure({ mode: 'serial' })

/** The in-store barcode of the demo shop's n-th product: prefix 20, number, EAN-13 check digit. */
function barcode(number: number): string {
  const digits = `20${String(number).padStart(10, '0')}`
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3), 0)
  return digits + ((10 - (sum % 10)) % 10)
}
const BARCODES = [barcode(1), barcode(10), barcode(3)]
const PRODUCT = 'Earl Grey'

let till: BrowserContext
let page: Page
let soldReceipt = ''
const troubles: string[] = []

test.beforeAll(async ({ browser }) => {
  till = await browser.newContext()
  page = await till.newPage()
  page.on('pageerror', (error) => troubles.push(error.message))
})
test.afterAll(async () => {
  await till.close()
})

async function signIn(on: Page, user: string) {
  await on.getByRole('button', { name: 'Sign in' }).click()
  await on.getByLabel('Username').fill(user)
  await on.getByRole('textbox', { name: 'Password' }).fill('demo')
  await on.getByRole('button', { name: 'Sign In' }).click()
}

async function isAccessible(on: Page) {
  const found = await new AxeBuilder({ page: on }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
  expect(found.violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(' | ')}`)).toEqual([])
}

/** Types as a scanner does: a burst with a terminator, wherever the focus is. */
async function scan(code: string) {
  for (const key of code) {
    await page.keyboard.press(key)
  }
  await page.keyboard.press('Enter')
}

/** Scan, Enter, Enter: one product for exact cash. */
async function sell(code: string) {
  await scan(code)
  await expect(page.getByRole('button', { name: /^Pay \d/ })).toBeVisible()
  await expect(basket()).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'To pay' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText('The next scan starts the next sale.')).toBeVisible()
}

const basket = () => page.getByRole('list', { name: 'Lines in the basket' }).getByRole('listitem')
const searchField = () => page.getByRole('combobox', { name: 'Scan or search' })

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
  await page.getByRole('list', { name: /Berlin/ }).getByRole('button').first().click()
  await page.getByLabel(/Cash in the drawer/).fill('100')
  await isAccessible(page)
  await page.getByRole('button', { name: 'Open the till' }).click()
  await expect(searchField()).toBeFocused()
  await expect(page.getByRole('button', { name: /Pay/ })).toBeVisible()
  await isAccessible(page)
})

test('three scans, Enter, Enter: sold with the keyboard alone', async () => {
  for (const code of BARCODES) {
    await scan(code)
  }
  await expect(basket()).toHaveCount(3)
  await isAccessible(page)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'To pay' })).toBeVisible()
  await isAccessible(page)
  await page.keyboard.type('50')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Change', { exact: true })).toBeVisible()
  await expect(page.getByText('All sent')).toBeVisible()
  await isAccessible(page)
  await page.getByRole('button', { name: 'Show receipt' }).click()
  const receipt = page.getByRole('dialog', { name: 'Receipt' })
  soldReceipt = (await receipt.getByText(/Receipt \S+/).last().innerText()).replace(/^.*Receipt\s+/s, '').trim()
  expect(soldReceipt).not.toBe('')
  await isAccessible(page)
  await page.keyboard.press('Escape')
})

test('an unknown code says what was read, and nothing is lost', async () => {
  await scan('4012345678901')
  await expect(page.getByText('Nothing is sold under “4012345678901”')).toBeVisible()
  await expect(searchField()).toBeVisible()
})

test('a search, a quantity and a card', async () => {
  await searchField().fill(PRODUCT.slice(0, 5))
  await page.getByRole('option').first().click()
  await expect(basket()).toHaveCount(1)
  await page.keyboard.press('F9')
  await page.getByRole('button', { name: /Charge .* to card/ }).click()
  await expect(page.getByText('The next scan starts the next sale.')).toBeVisible()
  await expect(page.getByText('All sent')).toBeVisible()
})

test('without a network the till sells, survives a reload, and sends when it is back', async () => {
  await till.setOffline(true)
  await sell(BARCODES[0]!)
  await expect(page.getByText(/1 kept here|1 waiting/)).toBeVisible()

  await page.reload()
  await expect(searchField()).toBeVisible()
  await sell(BARCODES[1]!)
  await expect(page.getByText(/2 kept here|2 waiting/)).toBeVisible()
  await isAccessible(page)

  await till.setOffline(false)
  await expect(page.getByText('All sent')).toBeVisible({ timeout: 45_000 })
})

test('goods come back by receipt', async () => {
  await page.keyboard.press('F8')
  await page.getByLabel('Receipt number').fill(soldReceipt)
  await page.keyboard.press('Enter')
  await expect(page.getByText('What comes back?', { exact: false })).toBeVisible()
  await isAccessible(page)
  await page.getByRole('button', { name: /Return one more/ }).first().click()
  await page.getByRole('button', { name: /Take 1 line back/ }).click()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Give back', { exact: true })).toBeVisible()
  await expect(page.getByText('All sent')).toBeVisible()
})

test('the drawer is counted and the till closed', async () => {
  await page.getByRole('button', { name: 'Close till' }).click()
  await page.getByLabel(/Counted cash/).fill('100')
  await isAccessible(page)
  await page.getByRole('button', { name: 'Done counting' }).click()
  await expect(page.getByText('Expected cash')).toBeVisible()
  await isAccessible(page)
  await page.getByRole('button', { name: 'Close the till' }).click()
  await expect(page.getByRole('heading', { name: /^Open / })).toBeVisible()
})

test('the manager sees the day and the sales behind a figure', async ({ browser }) => {
  const desk = await browser.newContext()
  const manager = await desk.newPage()
  manager.on('pageerror', (error) => troubles.push(error.message))
  await manager.goto('/manager')
  await signIn(manager, 'mia')
  await expect(manager.getByRole('heading', { name: /Today in/ })).toBeVisible()
  await expect(manager.getByText(/Complete to/)).toBeVisible({ timeout: 30_000 })
  await isAccessible(manager)

  await manager.getByRole('link', { name: /Revenue/ }).first().click()
  await expect(manager.getByRole('heading', { name: 'Sales' })).toBeVisible()
  await expect(manager.getByText(soldReceipt, { exact: true }).first()).toBeVisible()
  await isAccessible(manager)
  await manager.getByRole('button', { name: `Open sale ${soldReceipt}` }).click()
  await expect(manager.getByRole('heading', { name: `Sale ${soldReceipt}` })).toBeVisible()
  await isAccessible(manager)

  await manager.goto('/manager/stock')
  await expect(manager.getByRole('heading', { name: 'Stock' })).toBeVisible()
  await isAccessible(manager)
  await desk.close()
})

test('a cashier does not see the manager’s figures', async () => {
  const answer = await page.request.get('/api/trial-balance?storeId=berlin')
  expect(answer.status()).toBe(401)
})

test('no page threw an error all day', () => {
  expect(troubles).toEqual([])
})
