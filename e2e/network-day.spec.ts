import { expect, test, type Page } from '@playwright/test'
import { salesOn } from './device.ts'
import { KillableBrowser } from './killable.ts'
import { barcode, becomeTill, isAccessible, signIn, Till } from './shop.ts'

// A day on which the network is cut in the middle of a basket, and the browser is killed more than once.
test.describe.configure({ mode: 'serial' })

const [ESPRESSO, EARL_GREY] = [barcode(1), barcode(10)]
const troubles: string[] = []

let browser: KillableBrowser
let page: Page
let till: Till
let manager: Page
let base: string
let returned: string

async function start(offline: boolean) {
  page = await browser.start(offline)
  page.on('pageerror', (error) => troubles.push(error.message))
  till = new Till(page)
  await page.goto(`${base}/till`)
}

async function killAndStart() {
  await browser.kill()
  await start(true)
  await expect(till.searchField()).toBeVisible()
}

test.beforeAll(async ({ browser: office }, { project }) => {
  base = project.use.baseURL ?? ''
  browser = await KillableBrowser.with(project.use.launchOptions ?? {})
  manager = await (await office.newContext()).newPage()
})
test.afterAll(() => browser.remove())

test('a till is opened while there is a network', async () => {
  await start(false)
  await signIn(page, 'anna')
  await becomeTill(page, /Berlin/)
  await page.getByLabel(/Cash in the drawer/).fill('100')
  await page.getByRole('button', { name: 'Open the till' }).click()
  await expect(till.searchField()).toBeFocused()
  await till.sell(ESPRESSO)
  await till.isSent()
})

test('the network goes in the middle of a basket; ten are sold, over a reload', async () => {
  await till.scan(ESPRESSO)
  await expect(till.basket()).toHaveCount(1)
  await browser.context.setOffline(true)
  await till.scan(EARL_GREY)
  await expect(till.basket()).toHaveCount(2)
  await till.pay()
  for (let sold = 1; sold < 10; sold++) await till.sell(sold % 2 ? ESPRESSO : EARL_GREY)
  await page.reload()
  await expect(till.searchField()).toBeVisible()
  await expect(page.getByText(/10 kept here|10 waiting/)).toBeVisible()
  await isAccessible(page)
})

test('the browser is killed with a basket begun: it is there again, and two more are sold', async () => {
  await till.scan(EARL_GREY)
  await till.scan(EARL_GREY)
  await expect(till.basket()).toContainText('2 ×')
  await killAndStart()
  await expect(till.basket()).toContainText('2 ×')
  await till.pay()
  await till.sell(ESPRESSO)
  expect((await salesOn(page)).unsent).toBe(12)
})

test('one comes back, and the till is closed, still without a network', async () => {
  await till.sell(EARL_GREY)
  await till.takeBack(await till.receipt())
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Give back', { exact: true })).toBeVisible()
  returned = await till.receipt()
  await page.getByRole('button', { name: 'Drawer' }).click()
  await page.getByRole('button', { name: 'Close till' }).click()
  await page.getByLabel(/Counted cash/).fill((100 + (await salesOn(page)).cents / 100).toFixed(2))
  await page.getByRole('button', { name: 'Done counting' }).click()
  await page.getByRole('button', { name: 'Close the till' }).click()
  await expect(page.getByRole('heading', { name: /is closed$/ })).toBeVisible()
  await isAccessible(page)
})

test('connected again, all has arrived once, and the server has the same figures', async () => {
  const { numbers } = await salesOn(page)
  expect(numbers, 'receipt numbers without a gap').toEqual(numbers.map((_, at) => (numbers[0] ?? 0) + at))
  expect(numbers).toHaveLength(1 + 12 + 2)
  await browser.context.setOffline(false)
  // A browser that was killed may have lost who had signed in: then it says so, and sends once somebody has.
  const figures = page.getByText('These are the server’s figures', { exact: false })
  const again = page.getByRole('button', { name: 'Sign in again' })
  await expect(figures.or(again)).toBeVisible({ timeout: 60_000 })
  if (await again.isVisible()) {
    await isAccessible(page)
    await again.click()
    await page.getByLabel('Username').fill('anna')
    await page.getByRole('textbox', { name: 'Password' }).fill('demo')
    await page.getByRole('button', { name: 'Sign In' }).click()
  }
  await expect(figures).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText('The server has the same figures.')).toBeVisible()
  expect((await salesOn(page)).unsent).toBe(0)

  await manager.goto('/manager/sales')
  await signIn(manager, 'mia')
  await expect(manager.getByRole('button', { name: `Open sale ${returned}` })).toHaveCount(1)
  expect(troubles).toEqual([])
})
