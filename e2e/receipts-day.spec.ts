import { expect, test, type BrowserContext, type Page } from '@playwright/test'
import { barcode, becomeTill, isAccessible, signIn, Till } from './shop.ts'

// Receipts on paper that is a picture, goods on a scale whose pan is a page: the print bridge's own devices.
test.describe.configure({ mode: 'serial' })

const gateway = new URL(process.env.BASE_URL ?? 'http://localhost:8080')
const BRIDGE = `http://localhost:${Number(gateway.port) + 147}`
const MAILBOX = `http://localhost:${Number(gateway.port) + 146}`
const PAPER = `${BRIDGE}/paper/slim`
const PAN = `${BRIDGE}/pan/counter`
const TEA = barcode(10)
/** 27.90 a kilogram. */
const MANCHEGO = barcode(54)

let shop: BrowserContext
let page: Page
let till: Till
/** Printed and opened before this day, when the suite is used twice. */
let before: PaperState

interface PaperState {
  readonly receipts: number
  readonly drawerOpenings: number
  readonly unknown: readonly string[]
}

const paper = async () => (await (await fetch(`${PAPER}/state`)).json()) as PaperState
const printed = async () => (await paper()).receipts - before.receipts
const text = async () => (await fetch(`${PAPER}/latest.txt`)).text()
const putOnPan = (kilograms: string, state: string) => fetch(`${PAN}/state`, { method: 'POST', body: `kilograms=${kilograms}&state=${state}` })
const become = (state: string) => fetch(`${PAPER}/state`, { method: 'POST', body: `state=${state}` })

test.beforeAll(async ({ browser }) => {
  shop = await browser.newContext()
  page = await shop.newPage()
  till = new Till(page)
  await become('READY')
  before = await paper()
})
test.afterAll(async () => {
  await become('READY')
  await shop.close()
})

test('a till is told where it prints', async () => {
  await page.goto('/till')
  await signIn(page, 'ben')
  await becomeTill(page, /Hamburg/)
  await page.getByLabel(/Cash in the drawer/).fill('100')
  await page.getByRole('button', { name: 'Open the till' }).click()
  await expect(till.searchField()).toBeFocused()

  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('button', { name: 'Printer' }).click()
  await page.getByLabel('How this device prints').selectOption('bridge')
  await page.getByLabel('Address of the print bridge').fill(BRIDGE)
  await page.keyboard.press('Enter')
  await page.getByLabel('Printer', { exact: true }).selectOption('slim')
  await expect(page.getByText('The printer is ready.')).toBeVisible()
  await isAccessible(page)
  await page.keyboard.press('Escape')
})

test('a cash sale opens the drawer and prints its receipt, once, in the language of the store', async () => {
  await till.sell(TEA)
  await expect.poll(printed).toBe(1)
  expect((await paper()).drawerOpenings - before.drawerOpenings).toBe(1)
  expect((await paper()).unknown).toEqual([])
  const receipt = await till.receipt()
  expect(await text()).toContain(`Beleg ${receipt}`)
  // The signed sale, drawn by the till.
  expect(await text()).toMatch(/\[picture \d+ x \d{3}\]/)
  expect(await text()).toMatch(/Summe +\d+,\d\d €/)
  expect(await text()).not.toContain('KOPIE')
  await isAccessible(page)
})

test('the customer gets the receipt by e-mail', async () => {
  const to = `customer-${Date.now()}@example.com`
  await page.getByRole('button', { name: 'By e-mail' }).click()
  const dialog = page.getByRole('dialog', { name: 'Send the receipt' })
  await dialog.getByLabel('E-mail address').fill('customer')
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('This is no e-mail address', { exact: false })).toBeVisible()
  await isAccessible(page)
  await dialog.getByLabel('E-mail address').fill(to)
  await page.keyboard.press('Enter')
  await expect(page.getByText('The receipt was sent to c…@example.com.')).toBeVisible({ timeout: 30_000 })
  await isAccessible(page)

  const office = await shop.newPage()
  await office.goto(MAILBOX)
  const mail = office.getByRole('row').filter({ hasText: to })
  await expect(mail.getByRole('link', { name: /\.pdf$/ })).toBeVisible()
  await mail.getByRole('link').first().click()
  await expect(office.getByText(await till.receipt(), { exact: false }).first()).toBeVisible()
  await office.close()
})

test('printed again it is a copy, and a gift receipt tells no price', async () => {
  await page.getByRole('button', { name: 'Print a copy' }).click()
  await expect.poll(printed).toBe(2)
  expect(await text()).toContain('KOPIE')
  await page.getByRole('button', { name: 'Gift receipt' }).click()
  await expect.poll(printed).toBe(3)
  expect(await text()).toContain('GESCHENKBELEG')
  expect(await text()).not.toMatch(/\d,\d\d/)
  expect(await text()).toContain('[QR ')
})

test('without paper the till sells on, and every receipt comes out once when paper is back', async () => {
  await become('OUT_OF_PAPER')
  await till.sell(TEA)
  const first = await till.receipt()
  await expect(page.getByText('The printer is out of paper. The receipt is kept')).toBeVisible()
  await isAccessible(page)
  await till.sell(TEA)
  const second = await till.receipt()
  expect(await printed()).toBe(3)
  await become('READY')
  await expect.poll(printed).toBe(5)
  await expect(page.getByText('The printer is out of paper.', { exact: false })).toBeHidden()
  expect(await (await fetch(`${PAPER}/1.txt`)).text()).toContain(first)
  expect(await text()).toContain(second)

  await page.reload()
  await expect(till.searchField()).toBeVisible()
  await till.isSent()
  expect(await printed()).toBe(5)
})

test('cheese is weighed: not while the scale moves, then with Enter, or typed', async () => {
  await putOnPan('0.000', 'STABLE')
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('button', { name: 'Printer and scale' }).click()
  await page.getByLabel('Scale', { exact: true }).selectOption('bridge')
  await page.getByLabel('Address of the print bridge for the scale').fill(BRIDGE)
  await page.keyboard.press('Enter')
  await page.getByLabel('Which scale').selectOption('counter')
  await isAccessible(page)
  await page.keyboard.press('Escape')

  await putOnPan('0.480', 'UNSTABLE')
  await till.scan(MANCHEGO)
  await expect(page.getByRole('heading', { name: /^Weigh: Manchego/ })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Take the weight' })).toBeDisabled()
  await isAccessible(page)
  await putOnPan('0.482', 'STABLE')
  await expect(page.getByRole('button', { name: /^Take .*0\.482/ })).toBeEnabled()
  await isAccessible(page)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Pay 13.45' })).toBeVisible()

  await till.scan(MANCHEGO)
  await expect(page.getByRole('heading', { name: /^Weigh: Manchego/ })).toBeVisible()
  await page.keyboard.type('1.5')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Pay 55.30' })).toBeVisible()
  await expect(till.basket()).toHaveCount(2)
  await till.pay()
  await till.isSent()
})
