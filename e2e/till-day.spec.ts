import { expect, test, type BrowserContext, type Page } from '@playwright/test'
import { barcode, becomeTill, isAccessible, signIn, Till } from './shop.ts'

// What happens at a counter besides scanning: two tills of one store, their cashiers, and a customer's screen.
test.describe.configure({ mode: 'serial' })

const contexts: BrowserContext[] = []
const problems: string[] = []
let anna: Page
let lea: Page
let manager: Page
let display: Page
let counter: Till
let second: Till
let receipt: string

test.beforeAll(async ({ browser }) => {
  for (let person = 0; person < 3; person++) contexts.push(await browser.newContext())
  ;[anna, lea, manager] = (await Promise.all(contexts.map((context) => context.newPage()))) as [Page, Page, Page]
  for (const page of [anna, lea, manager]) page.on('pageerror', (error) => problems.push(error.message))
  counter = new Till(anna)
  second = new Till(lea)
})
test.afterAll(() => Promise.all(contexts.map((context) => context.close())))

async function open(page: Page) {
  await page.getByLabel(/Cash in the drawer/).fill('100')
  await page.getByRole('button', { name: 'Open the till' }).click()
  await expect(new Till(page).searchField()).toBeFocused()
}

/** Scans as soon as the till knows the goods. */
async function ring(till: Till, page: Page, code: string) {
  await expect(async () => {
    await till.scan(code)
    await expect(page.getByRole('button', { name: /^Pay \d/ })).toBeVisible({ timeout: 1_500 })
  }).toPass()
}

test('a cashier chooses a till, another device becomes one by a code', async () => {
  await anna.goto('/till')
  await signIn(anna, 'anna')
  await becomeTill(anna, /Berlin/)
  await open(anna)

  await lea.goto('/manager/devices')
  await signIn(lea, 'lea')
  const waiting = lea.getByRole('listitem').filter({ has: lea.getByRole('heading', { name: 'Berlin, counter' }) })
  await waiting.getByRole('button', { name: 'Make a code' }).click()
  const code = await waiting.locator('output').innerText()
  await isAccessible(lea)
  await lea.goto('/till')
  await lea.getByLabel('Code from a manager').fill('0000-0000')
  await lea.getByRole('button', { name: 'Enrol this device' }).click()
  await expect(lea.getByText('This code is wrong', { exact: false })).toBeVisible()
  await lea.getByLabel('Code from a manager').fill(code.toLowerCase())
  await isAccessible(lea)
  await lea.getByRole('button', { name: 'Enrol this device' }).click()
  await expect(lea.getByText('What it sells is signed.', { exact: false })).toBeVisible()
  await isAccessible(lea)
  await open(lea)
})

test('the customer sees on a screen of their own what is rung up', async () => {
  await anna.getByRole('button', { name: 'More' }).click()
  const opened = anna.waitForEvent('popup')
  await isAccessible(anna)
  await anna.getByRole('button', { name: 'Customer display' }).click()
  display = await opened
  await expect(display.getByRole('heading')).toContainText('Berlin')
  await ring(counter, anna, barcode(1))
  await expect(display.getByRole('listitem')).toHaveCount(1)
  await isAccessible(display)
  const total = await display.getByRole('status').innerText()
  expect(total).toMatch(/Total/)
})

test('a price is set, a line noted, and both stand on the line', async () => {
  await anna.keyboard.press('F4')
  await anna.getByText('New price', { exact: true }).click()
  await anna.getByLabel(/New price for one/).fill('7.00')
  await expect(anna.getByText(/becomes 7\.00/)).toBeVisible()
  await isAccessible(anna)
  await anna.getByRole('button', { name: 'Set the price' }).click()
  await expect(anna.getByRole('button', { name: 'Pay 7.00' })).toBeVisible()
  await expect(counter.basket().first()).toContainText('instead of')
  await anna.getByRole('button', { name: /^Note on/ }).click()
  await anna.getByLabel('Note', { exact: true }).fill('for Rita')
  await isAccessible(anna)
  await anna.keyboard.press('Enter')
  await expect(counter.basket().first()).toContainText('for Rita')
})

test('what the catalog does not have is sold as an open item', async () => {
  await counter.scan('4099999999996')
  await anna.getByRole('button', { name: 'Sell as open item' }).click()
  await anna.getByRole('button', { name: 'Add to the basket' }).click()
  await expect(anna.getByText('Say what it is; it stands on the receipt.')).toBeVisible()
  await isAccessible(anna)
  await anna.getByLabel('What is it?').fill('Brass bell')
  await anna.getByLabel(/Price of one/).fill('11.90')
  await anna.getByRole('button', { name: 'Add to the basket' }).click()
  await expect(anna.getByRole('button', { name: 'Pay 18.90' })).toBeVisible()
  await expect(display.getByText('Brass bell')).toBeVisible()
})

test('the till fits a phone, a touch screen and a large one, by day and by night', async () => {
  test.setTimeout(180_000)
  const heart = anna.getByRole('button', { name: 'Pay 18.90' })
  const take = anna.getByRole('button', { name: /^Take .*18\.90/ })
  for (const colorScheme of ['dark', 'light'] as const) {
    await anna.emulateMedia({ colorScheme, reducedMotion: colorScheme === 'dark' ? 'reduce' : 'no-preference' })
    for (const [width, height] of [[390, 844], [1024, 768], [1920, 1080], [1280, 800]] as const) {
      await anna.setViewportSize({ width, height })
      await expect(heart).toBeInViewport({ ratio: 1 })
      await isAccessible(anna)
      await heart.click()
      await expect(take).toBeInViewport({ ratio: 1 })
      await isAccessible(anna)
      const overflow = await anna.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(overflow, `${width} x ${height} does not scroll sideways`).toBeLessThanOrEqual(0)
      await anna.keyboard.press('Escape')
    }
  }
})

test('a basket parked on one till is gone on with on the other, and only there', async () => {
  await anna.keyboard.press('F6')
  await expect(anna.getByText('The sale is parked.', { exact: false })).toBeVisible()
  await expect(display.getByRole('heading')).toContainText('Berlin')
  await expect(counter.basket()).toHaveCount(0)

  await lea.keyboard.press('F7')
  const parked = lea.getByRole('listitem').filter({ hasText: '18.90' })
  await expect(parked).toContainText('parked on')
  await isAccessible(lea)
  await parked.getByRole('button', { name: 'Go on' }).click()
  await expect(second.basket()).toHaveCount(2)
  await expect(second.basket().first()).toContainText('for Rita')
  await expect(lea.getByRole('button', { name: 'Pay 18.90' })).toBeVisible()

  await anna.keyboard.press('F7')
  // Where it was parked it is gone with the next look at the shelf.
  await expect(anna.getByRole('listitem').filter({ hasText: '18.90' })).toHaveCount(0, { timeout: 20_000 })
  await anna.keyboard.press('Escape')
  await second.pay()
  await second.isSent()
  receipt = await second.receipt()
})

test('a card whose terminal answers late is asked about, never charged twice', async () => {
  await counter.scan('4099999999989')
  await anna.getByRole('button', { name: 'Sell as open item' }).click()
  await anna.getByLabel('What is it?').fill('Tin bell')
  await anna.getByLabel(/Price of one/).fill('5.56')
  await anna.getByRole('button', { name: 'Add to the basket' }).click()
  await anna.getByRole('button', { name: 'Pay 5.56' }).click()
  await anna.keyboard.press('F9')
  await anna.getByRole('button', { name: /Charge .* to card/ }).click()
  await expect(anna.getByRole('heading', { name: 'No answer yet about this payment' })).toBeVisible()
  await isAccessible(anna)
  await counter.isPaid()
  await counter.isSent()
})

test('goods come back without a receipt once a manager says so from a phone', async () => {
  await manager.setViewportSize({ width: 390, height: 844 })
  await manager.goto('/manager/approvals')
  await signIn(manager, 'mia')
  await expect(manager.getByText('No till waits for you')).toBeVisible()

  await anna.keyboard.press('F8')
  await anna.getByText('Without receipt', { exact: true }).click()
  await anna.getByLabel(/Scan it, or type its name/).fill(barcode(1))
  await anna.keyboard.press('Enter')
  await anna.getByLabel('Why it comes back').selectOption({ label: 'Defective' })
  await anna.getByLabel('State').selectOption({ label: 'Cannot be sold again' })
  await isAccessible(anna)
  await anna.getByRole('button', { name: /^Take back for/ }).click()
  await expect(anna.getByRole('heading', { name: 'Needs an approval' })).toBeVisible()
  await isAccessible(anna)
  await anna.getByRole('button', { name: 'Ask a manager' }).click()

  const question = manager.getByRole('listitem').filter({ hasText: 'asks' })
  await expect(question).toContainText('Return without receipt')
  await isAccessible(manager)
  await question.getByRole('button', { name: 'Refuse' }).click()
  await expect(anna.getByText(/refused/)).toBeVisible()
  await expect(counter.basket()).toHaveCount(0)
  await isAccessible(anna)
  await anna.getByRole('button', { name: 'Ask a manager' }).click()
  await question.getByRole('button', { name: 'Approve' }).click()
  await expect(counter.basket().first()).toContainText('Defective')
  await anna.keyboard.press('Enter')
  await anna.keyboard.press('Enter')
  await counter.isPaid()
  await counter.isSent()
})

test('both tills are closed, and nothing about the parked sale is odd', async () => {
  for (const page of [anna, lea]) {
    await page.getByRole('button', { name: 'Drawer' }).click()
    await page.getByRole('button', { name: 'Close till' }).click()
    await page.getByLabel(/Counted cash/).fill('100')
    await page.getByRole('button', { name: 'Done counting' }).click()
    await page.getByRole('button', { name: 'Close the till' }).click()
    await page.getByLabel('What happened?').fill('The day was a test')
    await page.getByRole('button', { name: 'Close with this reason' }).click()
    await expect(page.getByText('These are the server’s figures', { exact: false })).toBeVisible()
  }
  await manager.setViewportSize({ width: 1280, height: 800 })
  await manager.goto('/manager/sales')
  await manager.getByRole('button', { name: `Open sale ${receipt}` }).click()
  const sheet = manager.getByRole('dialog', { name: `Sale ${receipt}` })
  await expect(sheet.getByRole('table').first()).toContainText('Brass bell')
  expect(problems).toEqual([])
})
