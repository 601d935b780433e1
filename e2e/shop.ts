import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** The in-store barcode of the demo shop's n-th product: prefix 20, number, EAN-13 check digit. */
export function barcode(number: number): string {
  const digits = `20${String(number).padStart(10, '0')}`
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3), 0)
  return digits + ((10 - (sum % 10)) % 10)
}

export async function signIn(on: Page, user: string) {
  await on.getByRole('button', { name: 'Sign in' }).click()
  await on.getByLabel('Username').fill(user)
  await on.getByRole('textbox', { name: 'Password' }).fill('demo')
  await on.getByRole('button', { name: 'Sign In' }).click()
}

/** Makes this browser a till of the store, in the place of whichever device was it before. */
export async function becomeTill(on: Page, store: RegExp, at = 0) {
  await on.getByRole('list', { name: store }).getByRole('button').nth(at).click()
  const takeOver = on.getByRole('button', { name: 'Take its place' })
  await expect(takeOver.or(on.getByLabel(/Cash in the drawer/))).toBeVisible()
  if (await takeOver.isVisible()) await takeOver.click()
}

/** A drawer that is far off closes when a manager has said so, on their own page. */
export async function closeWithApproval(on: Page, manager: Page) {
  await on.getByLabel('What happened?').fill('The day was a test')
  await on.getByRole('button', { name: 'Close with an approval' }).click()
  await on.getByRole('button', { name: 'Ask a manager' }).click()
  await manager.goto('/manager/approvals')
  const question = manager.getByRole('listitem').filter({ hasText: 'asks' })
  await expect(question).toContainText(/A cash difference of .*: The day was a test/)
  await question.getByRole('button', { name: 'Approve' }).click()
}

export async function isAccessible(on: Page) {
  const found = await new AxeBuilder({ page: on }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
  expect(found.violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(' | ')}`)).toEqual([])
}

/** The till as a cashier uses it. */
export class Till {
  constructor(private readonly page: Page) {}

  readonly basket = () => this.page.getByRole('list', { name: 'Lines in the basket' }).getByRole('listitem')
  readonly searchField = () => this.page.getByRole('combobox', { name: 'Scan or search' })

  /** Types as a scanner does: a burst with a terminator, wherever the focus is. */
  async scan(code: string) {
    for (const key of code) {
      await this.page.keyboard.press(key)
    }
    await this.page.keyboard.press('Enter')
  }

  /** Scan, Enter, Enter: one product for exact cash. */
  async sell(code: string) {
    await this.scan(code)
    await expect(this.page.getByRole('button', { name: /^Pay \d/ })).toBeVisible()
    await expect(this.basket()).toHaveCount(1)
    await this.pay()
  }

  /** Enter, Enter: what is in the basket for exact cash. */
  async pay() {
    await this.page.keyboard.press('Enter')
    await expect(this.page.getByRole('heading', { name: 'To pay' })).toBeVisible()
    await this.page.keyboard.press('Enter')
    await this.isPaid()
  }

  async isPaid() {
    await expect(this.page.getByText('The next scan starts the next sale.')).toBeVisible()
  }

  /** The number of the receipt just paid, as it is printed. */
  async receipt(): Promise<string> {
    const heading = await this.page.getByRole('heading', { name: /^Receipt \S+$/ }).innerText()
    return heading.replace('Receipt ', '')
  }

  async isSent() {
    await expect(this.page.getByText('All sent')).toBeVisible()
  }

  /** Finds a receipt and takes one piece of its first line back into the basket. */
  async takeBack(receipt: string) {
    await this.page.keyboard.press('F8')
    await this.page.getByLabel('Receipt number').fill(receipt)
    await this.page.keyboard.press('Enter')
    await expect(this.page.getByText('What comes back?', { exact: false })).toBeVisible()
    await isAccessible(this.page)
    await this.page.getByRole('button', { name: /Return one more/ }).first().click()
    await this.page.getByRole('button', { name: /Take 1 line back/ }).click()
    await expect(this.basket()).toHaveCount(1)
  }
}
