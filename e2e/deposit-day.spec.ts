import { expect, test, type BrowserContext, type Page } from '@playwright/test'
import { barcode, becomeTill, isAccessible, signIn, Till } from './shop.ts'

// Goods that are set aside for a deposit: one customer pays more, comes back and takes them, another gives up.
test.describe.configure({ mode: 'serial' })

const DARK_CHOCOLATE = barcode(15)
const HONEY = barcode(26)
const SPAGHETTI = barcode(37)

/** Nobody else has set goods aside under it. */
const BEN = `Ben ${Date.now() % 100_000}`

const problems: string[] = []
let context: BrowserContext
let page: Page
let till: Till
let receipt: string

test.beforeAll(async ({ browser }) => {
  context = await browser.newContext()
  page = await context.newPage()
  page.on('pageerror', (error) => problems.push(error.message))
  till = new Till(page)
})
test.afterAll(() => context.close())

/** Scans as soon as the till knows the goods. */
async function ring(code: string, lines: number) {
  await expect(async () => {
    await till.scan(code)
    await expect(till.basket()).toHaveCount(lines, { timeout: 1_500 })
  }).toPass()
}

const kept = (name: string) => page.getByRole('listitem').filter({ has: page.getByRole('button', { name }) })
const due = (amount: string) =>
  expect(page.getByRole('heading', { name: 'To pay' }).locator('..')).toContainText(amount)

test('goods are set aside for a fifth of their price, by keyboard alone', async () => {
  await page.goto('/till')
  await signIn(page, 'anna')
  await becomeTill(page, /Berlin/)
  await page.getByLabel(/Cash in the drawer/).fill('100')
  await page.getByRole('button', { name: 'Open the till' }).click()
  await expect(till.searchField()).toBeFocused()
  await ring(DARK_CHOCOLATE, 1)
  await ring(HONEY, 2)

  await page.keyboard.press('Shift+F6')
  await expect(page.getByLabel('Name of the customer')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Say for whom', { exact: false })).toBeVisible()
  await page.keyboard.type('Ada Ndiaye')
  await page.getByLabel('Deposit', { exact: true }).fill('10.30')
  await page.keyboard.press('Enter')
  await expect(page.getByText('A deposit is more than zero and less than 10.30.')).toBeVisible()
  await isAccessible(page)
  await page.getByRole('button', { name: '20 % 2.06' }).press('Enter')
  await due('2.06')
  await isAccessible(page)
  await page.keyboard.type('5')
  await page.keyboard.press('Enter')
  await till.isPaid()
  await expect(page.getByText('2.94', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Show receipt' }).click()
  const paper = page.getByRole('dialog')
  await expect(paper).toContainText('Noch zu zahlen')
  await expect(paper).toContainText('8,24')
  await expect(paper).toContainText('Zurückgelegt für Ada Ndiaye')
  receipt = (await paper.getByText(/^Beleg /).innerText()).replace('Beleg ', '')
  await page.keyboard.press('Escape')
  await till.isSent()
})

test('more is paid in, and the goods are found by their receipt', async () => {
  await page.keyboard.press('Shift+F7')
  await kept('Ada Ndiaye').getByRole('button', { name: 'Ada Ndiaye' }).click()
  await expect(kept('Ada Ndiaye')).toContainText('2.06 paid')
  await page.getByRole('button', { name: 'Pay in more' }).click()
  await page.getByRole('textbox', { name: 'Deposit' }).fill('8.25')
  await page.keyboard.press('Enter')
  await expect(page.getByText('More than zero and at most 8.24.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Deposit' }).fill('3')
  await page.keyboard.press('Enter')
  await due('3.00')
  await page.keyboard.press('Enter')
  await till.isPaid()
  await page.keyboard.press('Shift+F7')
  await page.getByLabel('Name or number of a deposit receipt').fill('nobody')
  await expect(page.getByText('Nothing was set aside under “nobody”')).toBeVisible()
  await page.getByLabel('Name or number of a deposit receipt').fill(receipt)
  await expect(kept('Ada Ndiaye')).toContainText('5.06 paid')
  await isAccessible(page)
})

test('without a network it is picked up, at the agreed price less the deposits', async () => {
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Pick up · 5.24 to pay' }).click()
  await expect(till.basket()).toHaveCount(2)
  await expect(page.getByRole('button', { name: 'Pay 5.24' })).toBeVisible()
  await expect(page.getByText('-5.06')).toBeVisible()
  await till.pay()
  await context.setOffline(false)
  await till.isSent()
  await page.keyboard.press('Shift+F7')
  await page.getByLabel('Name or number of a deposit receipt').fill('ada')
  await expect(kept('Ada Ndiaye')).toContainText('picked up')
  await expect(page.getByRole('button', { name: /^Pick up/ })).toHaveCount(0)
  await page.keyboard.press('Escape')
})

test('who gives up has the deposit back', async () => {
  await ring(SPAGHETTI, 1)
  await page.keyboard.press('Shift+F6')
  await page.keyboard.type(BEN)
  await page.getByLabel('Deposit', { exact: true }).fill('1')
  await page.keyboard.press('Enter')
  await due('1.00')
  await page.keyboard.press('Enter')
  await till.isPaid()
  await page.keyboard.press('Shift+F7')
  await kept(BEN).getByRole('button', { name: BEN }).click()
  await kept(BEN).getByRole('button', { name: 'Give deposit back' }).click()
  await isAccessible(page)
  await page.getByRole('button', { name: 'Give 1.00 back' }).click()
  await expect(page.getByRole('heading', { name: 'To give back' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^1\.00 given back/)).toBeVisible()
  await till.isSent()
})

test('the drawer holds what the Z report says, and the server says the same', async () => {
  await page.keyboard.press('F10')
  await page.getByRole('button', { name: 'Close till' }).click()
  await page.getByLabel('Counted cash (EUR)').fill('110.30')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Close the till' }).click()
  await expect(page.getByText('These are the server’s figures', { exact: false })).toBeVisible()
  await expect(page.getByText('The server has the same figures.')).toBeVisible()
  await page.locator('summary', { hasText: 'Z report' }).click()
  const paper = page.getByLabel('Z report')
  await expect(paper).toContainText('3 × deposits taken')
  await expect(paper).toContainText('6.06')
  await expect(paper).toContainText('1 × deposits applied to goods')
  await expect(paper).toContainText('-5.06')
  await expect(paper).toContainText('1 × deposits given back')
  await isAccessible(page)
  expect(problems).toEqual([])
})
