import { expect, test, type BrowserContext, type Page } from '@playwright/test'
import { barcode, becomeTill, isAccessible, signIn, Till } from './shop.ts'

// A cashier's and a shift lead's whole day at one counter. What it comes to is reckoned here in cents, from the price tags.
test.describe.configure({ mode: 'serial' })

const DARK_CHOCOLATE = { code: barcode(15), cents: 340 }
const MILK_CHOCOLATE = { code: barcode(17), cents: 320 }
const HONEY = { code: barcode(26), cents: 690 }
const SPAGHETTI = { code: barcode(37), cents: 280 }
const TOMATO_SAUCE = { code: barcode(42), cents: 340 }
const GOODS = [DARK_CHOCOLATE, MILK_CHOCOLATE, HONEY, SPAGHETTI, TOMATO_SAUCE] as const
const ANNAS_PIN = '3907'
const LEAS_PIN = '4718'
const FLOAT = 10_000
const FRANC = '1.0432'

const contexts: BrowserContext[] = []
const problems: string[] = []
let anna: Page
let lea: Page
let manager: Page
let counter: Till
let second: Till
let receipt: string
let before: { revenue: number; sales: number; returns: number }

/** What the day comes to at the counter, and what Lea sold on the other till. */
const day = { cash: 0, card: 0, sales: 0, returns: 0, paidOut: 0, tips: 0, francs: 0, inFrancs: 0 }
let soldByLea = 0

test.beforeAll(async ({ browser }) => {
  for (let person = 0; person < 3; person++) contexts.push(await browser.newContext())
  ;[anna, lea, manager] = (await Promise.all(contexts.map((context) => context.newPage()))) as [Page, Page, Page]
  for (const page of [anna, lea, manager]) page.on('pageerror', (error) => problems.push(error.message))
  counter = new Till(anna)
  second = new Till(lea)
})
test.afterAll(() => Promise.all(contexts.map((context) => context.close())))

const money = (cents: number) => (cents / 100).toFixed(2)
const cents = (text: string) => Math.round(Number(text.replace(/[^\d.-]/g, '').replace('−', '-')) * 100)

async function figuresOfTheDay() {
  await manager.goto('/manager')
  const tile = async (name: RegExp) => {
    const value = manager.getByRole('link', { name }).locator('span').nth(1)
    await expect(value).toHaveText(/\d/)
    return value.innerText()
  }
  return {
    revenue: cents(await tile(/^Revenue/)),
    sales: Number(await tile(/^Sales/)),
    returns: Number(await tile(/^Returns/)),
  }
}

/** What the manager sets for the store's tills; each learns of it when it is opened. */
async function letTillsTake(tips: 'Yes, while paying' | 'No', francs: boolean) {
  await manager.goto('/manager/devices?store=berlin')
  const choice = manager.getByLabel('The tills of this store offer to take a tip')
  await choice.selectOption({ label: tips })
  const rate = manager.getByText(`1 CHF = ${FRANC} EUR`)
  if (francs) {
    await manager.getByLabel('Currency', { exact: true }).fill('CHF')
    await manager.getByLabel('Worth of 1 in EUR').fill(FRANC)
    await manager.getByRole('button', { name: 'Set rate' }).click()
    await expect(rate).toBeVisible()
    await isAccessible(manager)
  } else {
    await manager.getByRole('button', { name: 'Take no more CHF' }).click()
    await expect(rate).toHaveCount(0)
  }
  await expect(choice).toHaveValue(tips === 'No' ? 'NO' : 'YES')
}

async function setPin(page: Page, pin: string) {
  await page.getByRole('button', { name: 'Account and settings' }).click()
  await page.getByRole('button', { name: 'Set my PIN' }).click()
  await page.getByLabel('New PIN').fill(pin)
  await page.getByLabel('Once more').fill(pin)
  await isAccessible(page)
  await page.getByRole('button', { name: 'Keep this PIN' }).click()
  await expect(page.getByText('Your PIN is set.', { exact: false })).toBeVisible()
  await page.keyboard.press('Escape')
}

async function open(page: Page, user: string, at: number) {
  await page.goto('/till')
  await signIn(page, user)
  await becomeTill(page, /Berlin/, at)
}

/** How a customer pays, by keys alone; the till says Pay, and ends with the change. */
const PAY = {
  exact: async (total: number) => {
    await anna.keyboard.press('Enter')
    await anna.keyboard.press('Enter')
    day.cash += total
  },
  note: async (total: number) => {
    await anna.keyboard.press('Enter')
    await anna.keyboard.type('100')
    await anna.keyboard.press('Enter')
    day.cash += total
  },
  card: async (total: number) => {
    await anna.keyboard.press('F9')
    await expect(anna.getByRole('button', { name: /^Charge/ })).toBeVisible()
    await anna.keyboard.press('Enter')
    day.card += total
  },
  both: async (total: number) => {
    await anna.keyboard.press('Enter')
    await anna.keyboard.type('1')
    await anna.keyboard.press('Enter')
    await expect(anna.getByRole('list', { name: 'Taken so far' })).toBeVisible()
    await anna.keyboard.press('F9')
    await expect(anna.getByRole('button', { name: /^Charge/ })).toBeVisible()
    await anna.keyboard.press('Enter')
    day.cash += 100
    day.card += total - 100
  },
} as const

async function paid(total: number, how: keyof typeof PAY) {
  await expect(anna.getByRole('button', { name: `Pay ${money(total)}` })).toBeVisible()
  await PAY[how](total)
  await counter.isPaid()
  day.sales++
}

test('the manager notes the figures of the day so far', async () => {
  await manager.goto('/manager')
  await signIn(manager, 'mia')
  before = await figuresOfTheDay()
  await letTillsTake('Yes, while paying', true)
})

test('a drawer is opened with its float counted piece by piece', async () => {
  await open(anna, 'anna', 0)
  await expect(anna.getByLabel(/Cash in the drawer/)).toBeFocused()
  await anna.getByLabel('20.00', { exact: true }).fill('4')
  await anna.getByLabel('5.00', { exact: true }).fill('3')
  await anna.getByLabel('0.50', { exact: true }).fill('10')
  await expect(anna.getByText(`€${money(FLOAT)}`)).toBeVisible()
  await isAccessible(anna)
  await anna.keyboard.press('Enter')
  await expect(counter.searchField()).toBeFocused()
  await setPin(anna, ANNAS_PIN)

  await open(lea, 'lea', 1)
  await lea.getByLabel(/Cash in the drawer/).fill('100')
  await lea.getByRole('button', { name: 'Open the till' }).click()
  await expect(second.searchField()).toBeFocused()
  await setPin(lea, LEAS_PIN)
})

test('a customer is served from scan to change by keyboard alone: quantity, discount, customer, reason', async () => {
  await expect(async () => {
    await counter.scan(HONEY.code)
    await expect(counter.basket()).toHaveCount(1, { timeout: 1_500 })
  }).toPass()
  await anna.keyboard.type('3*')
  await counter.scan(SPAGHETTI.code)
  await expect(counter.basket()).toHaveCount(2)
  await anna.keyboard.press('F4')
  await expect(anna.getByLabel('Per cent off')).toBeFocused()
  await anna.keyboard.type('10')
  await anna.keyboard.press('Enter')
  await expect(counter.basket().last()).toContainText('−0.84')
  await anna.keyboard.press('F2')
  await expect(anna.getByLabel('Find a customer')).toBeFocused()
  await anna.keyboard.type('Lindner')
  await expect(anna.getByRole('button', { name: 'Anna Lindner' })).toBeVisible()
  await anna.keyboard.press('Tab')
  await anna.keyboard.press('Enter')
  await expect(anna.getByRole('button', { name: 'Remove customer Anna Lindner' })).toBeVisible()
  await anna.keyboard.press('F3')
  await expect(anna.getByRole('heading', { name: 'Why this price?' })).toBeVisible()
  await anna.keyboard.press('Escape')
  await counter.scan(DARK_CHOCOLATE.code)
  await anna.keyboard.press('-')
  await expect(counter.basket()).toHaveCount(2)
  await paid(HONEY.cents + 3 * SPAGHETTI.cents - 84, 'note')
  await expect(anna.getByRole('status').filter({ hasText: 'Change' })).toContainText(money(10_000 - 1_446))
  receipt = await counter.receipt()
})

test('thirty customers, mixed tenders', async () => {
  test.setTimeout(240_000)
  for (let customer = 0; customer < 29; customer++) {
    let total = 0
    for (let line = 0; line <= customer % 3; line++) {
      const goods = GOODS[(customer + 2 * line) % GOODS.length] as (typeof GOODS)[number]
      const pieces = line === 1 ? 2 : 1
      if (pieces > 1) await anna.keyboard.type(`${pieces}*`)
      await counter.scan(goods.code)
      total += pieces * goods.cents
    }
    await paid(total, (['exact', 'note', 'exact', 'card', 'exact', 'both'] as const)[customer % 6] ?? 'exact')
  }
  await counter.isSent()
  expect(day.sales).toBe(30)
})

test('a guest gives a tip, another leaves the change, a third pays in francs and gets euros back', async () => {
  await counter.scan(HONEY.code)
  await expect(counter.basket()).toHaveCount(1)
  await anna.keyboard.press('Enter')
  await expect(anna.getByRole('heading', { name: 'To pay' })).toBeVisible()
  await anna.keyboard.press('+')
  await expect(anna.getByRole('heading', { name: 'Tip for Anna Albrecht' })).toBeVisible()
  await isAccessible(anna)
  await anna.keyboard.type('1.10')
  await anna.keyboard.press('Enter')
  await expect(anna.getByRole('button', { name: 'Take 8.00 cash' })).toBeVisible()
  await anna.keyboard.press('Enter')
  await counter.isPaid()

  await counter.scan(SPAGHETTI.code)
  await expect(counter.basket()).toHaveCount(1)
  await anna.keyboard.press('Enter')
  await anna.keyboard.type('3')
  await anna.getByRole('button', { name: 'Keep 0.20 as a tip' }).click()
  await anna.keyboard.press('Enter')
  await counter.isPaid()
  day.cash += 800 + 300
  day.tips = 110 + 20

  await counter.scan(HONEY.code)
  await expect(counter.basket()).toHaveCount(1)
  await anna.keyboard.press('Enter')
  await anna.getByRole('button', { name: `CHF ${FRANC}` }).click()
  await anna.keyboard.type('10')
  await expect(anna.getByText('Change 3.53')).toBeVisible()
  await isAccessible(anna)
  await anna.keyboard.press('Enter')
  await counter.isPaid()
  await expect(anna.getByRole('status').filter({ hasText: 'Change' })).toContainText('3.53')
  day.francs = 1_000
  day.inFrancs = 1_043
  day.cash -= 353
  day.sales += 3
  await counter.isSent()
})

test('an exchange in one ticket: one comes back, another goes, the difference is paid', async () => {
  await counter.takeBack(receipt)
  await counter.scan(SPAGHETTI.code)
  await counter.scan(DARK_CHOCOLATE.code)
  await counter.scan(MILK_CHOCOLATE.code)
  await expect(counter.basket()).toHaveCount(4)
  await paid(SPAGHETTI.cents + DARK_CHOCOLATE.cents + MILK_CHOCOLATE.cents - HONEY.cents, 'exact')
  await counter.isSent()
})

test('goods without a receipt come back when the manager says so, from a phone', async () => {
  await manager.setViewportSize({ width: 390, height: 844 })
  await manager.goto('/manager/approvals')
  await expect(manager.getByText('No till waits for you')).toBeVisible()
  await anna.keyboard.press('F8')
  await anna.getByText('Without receipt', { exact: true }).click()
  await anna.getByLabel(/Scan it, or type its name/).fill(MILK_CHOCOLATE.code)
  await anna.keyboard.press('Enter')
  await anna.getByLabel('Why it comes back').selectOption({ label: 'Defective' })
  await anna.getByRole('button', { name: /^Take back for/ }).click()
  await anna.getByRole('button', { name: 'Ask a manager' }).click()
  const question = manager.getByRole('listitem').filter({ hasText: 'asks' })
  await expect(question).toContainText('3.20')
  const asked = Date.now()
  await question.getByRole('button', { name: 'Approve' }).click()
  await expect(counter.basket()).toHaveCount(1)
  expect(Date.now() - asked).toBeLessThan(4_000)
  await anna.keyboard.press('Enter')
  await anna.keyboard.press('Enter')
  await counter.isPaid()
  day.cash -= MILK_CHOCOLATE.cents
  day.returns++
  await counter.isSent()
})

test('a basket is parked here and paid on the other till', async () => {
  await counter.scan(HONEY.code)
  await counter.scan(TOMATO_SAUCE.code)
  await expect(counter.basket()).toHaveCount(2)
  await anna.keyboard.press('F6')
  await expect(anna.getByText('The sale is parked.', { exact: false })).toBeVisible()
  await lea.keyboard.press('F7')
  await lea.getByRole('listitem').filter({ hasText: 'parked on' }).getByRole('button', { name: 'Go on' }).click()
  await expect(lea.getByRole('button', { name: `Pay ${money(HONEY.cents + TOMATO_SAUCE.cents)}` })).toBeVisible()
  await second.pay()
  soldByLea = HONEY.cents + TOMATO_SAUCE.cents
  await second.isSent()
})

test('cash goes out for the cleaner, with a reason', async () => {
  await anna.keyboard.press('F10')
  await expect(anna.getByRole('heading', { name: 'Drawer' })).toBeVisible()
  await anna.keyboard.press('2')
  await anna.getByLabel(/Amount/).fill('12.50')
  await anna.getByLabel('Cleaning').check()
  await isAccessible(anna)
  await anna.getByRole('button', { name: 'Pay out' }).click()
  await expect(anna.getByText('€12.50 paid out: Cleaning.')).toBeVisible()
  await anna.keyboard.press('Escape')
  day.paidOut = 1_250
})

test('the till is locked, a wrong PIN opens nothing, and Lea rings up two on Anna’s till', async () => {
  await counter.scan(SPAGHETTI.code)
  await expect(counter.basket()).toHaveCount(1)
  // The PINs reach the till with its next look at the store's people.
  await expect(async () => {
    await anna.keyboard.press('F12')
    await expect(anna.getByRole('button', { name: 'Lea Lorenz' })).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 60_000 })
  await isAccessible(anna)
  await anna.getByRole('button', { name: 'Lea Lorenz' }).click()
  await anna.keyboard.type('0000')
  await anna.keyboard.press('Enter')
  await expect(anna.getByText('Wrong PIN.')).toBeVisible()
  await isAccessible(anna)
  await anna.keyboard.type(LEAS_PIN)
  await anna.keyboard.press('Enter')
  await expect(counter.searchField()).toBeVisible()
  await expect(counter.basket()).toHaveCount(1)
  await paid(SPAGHETTI.cents, 'exact')
  await counter.scan(HONEY.code)
  await paid(HONEY.cents, 'card')

  await anna.keyboard.press('F12')
  await anna.getByRole('button', { name: 'Anna Albrecht' }).click()
  await anna.keyboard.type(ANNAS_PIN)
  await anna.keyboard.press('Enter')
  await expect(counter.searchField()).toBeVisible()
  await counter.isSent()
})

test('the drawer is counted blind, is 25 short, and closes with a reason and Lea’s PIN', async () => {
  await anna.keyboard.press('F10')
  await anna.getByRole('button', { name: 'Close till' }).click()
  // What Lea has paid for is not parked here any more.
  await expect(anna.getByText('still parked here', { exact: false })).toHaveCount(0)
  await anna.getByLabel('Counted cash (EUR)').fill(money(FLOAT + day.cash - day.paidOut - 2_500))
  await anna.getByLabel('Counted cash (CHF)').fill(money(day.francs))
  await anna.keyboard.press('Enter')
  await anna.getByRole('button', { name: 'Close the till' }).click()
  await expect(anna.locator('dt', { hasText: 'Difference' }).locator('+ dd').first()).toHaveText('-€25.00')
  await expect(anna.locator('dt', { hasText: 'Expected cash (CHF)' }).locator('+ dd')).toHaveText(money(day.francs))
  await anna.getByLabel('What happened?').fill('A note is missing')
  await isAccessible(anna)
  await anna.getByRole('button', { name: 'Close with an approval' }).click()
  await expect(anna.getByRole('heading', { name: 'Needs an approval' })).toBeVisible()
  await expect(anna.getByText('A cash difference of 25.00: A note is missing')).toBeVisible()
  await isAccessible(anna)

  await anna.keyboard.press('Escape')
  await expect(anna.getByLabel('What happened?')).toHaveValue('A note is missing')
  await anna.getByRole('button', { name: 'Close with an approval' }).click()
  await anna.keyboard.type(LEAS_PIN)
  await anna.keyboard.press('Enter')
  await expect(anna.getByText('These are the server’s figures', { exact: false })).toBeVisible()
  await isAccessible(anna)
})

test('Z report, price tags and the manager’s figures agree to the cent', async () => {
  const figure = (name: string) => anna.locator('dt', { hasText: name }).locator('+ dd').first()
  await expect(figure('Expected cash')).toHaveText(money(FLOAT + day.cash - day.paidOut))
  await expect(anna.getByText('The server has the same figures.')).toBeVisible()
  await anna.locator('summary', { hasText: 'Z report' }).click()
  const paper = anna.getByLabel('Z report')
  await expect(paper).toContainText(money(day.card))
  await expect(paper).toContainText(money(day.cash))
  await expect(paper).toContainText('CHF in cash (1)')
  await expect(paper).toContainText(money(day.francs))
  await expect(paper).toContainText('Tip for Anna Albrecht (2)')
  await expect(paper).toContainText(money(day.tips))
  await isAccessible(anna)

  await lea.keyboard.press('F10')
  await lea.getByRole('button', { name: 'Close till' }).click()
  await lea.getByLabel('Counted cash (EUR)').fill(money(10_000 + soldByLea))
  await lea.keyboard.press('Enter')
  await lea.getByRole('button', { name: 'Close the till' }).click()
  await expect(lea.getByText('These are the server’s figures', { exact: false })).toBeVisible()

  await manager.setViewportSize({ width: 1280, height: 800 })
  await expect(async () => {
    expect(await figuresOfTheDay()).toEqual({
      revenue: before.revenue + day.cash + day.inFrancs + day.card - day.tips + soldByLea,
      sales: before.sales + day.sales + 1,
      returns: before.returns + day.returns,
    })
  }).toPass({ timeout: 20_000 })
})

test('every approval stands in the list, nothing of the day is odd, no page threw an error', async () => {
  await manager.goto('/manager/approvals')
  await manager.getByRole('button', { name: 'Given' }).click()
  await expect(manager.getByRole('row', { name: /Cash difference/i }).first()).toContainText('Lea Lorenz')
  await isAccessible(manager)
  await manager.goto('/shift')
  await expect(manager.getByText('Not approved, at a drawer')).toHaveCount(0)
  await letTillsTake('No', false)
  expect(problems).toEqual([])
})
