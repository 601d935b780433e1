// What the measurements of the till share: a browser of their own, and Berlin's last till opened in it.
import { chromium } from '@playwright/test'

export const base = process.env.BASE_URL ?? 'http://localhost:8080'

const [TILL, FLOAT] = ['berlin-2', '100']

/** A browser and its empty context, as wide as a till's screen. */
export async function aBrowser() {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', `--explicitly-allowed-ports=${new URL(base).port}`],
  })
  const context = await browser.newContext({ baseURL: base, locale: 'en-GB', timezoneId: 'Europe/Berlin', viewport: { width: 1280, height: 800 } })
  return { browser, context }
}

/**
 * Signs in as the demo's shift lead, who may close what was forgotten, and opens Berlin's last till on this page, in the place of whichever device was it before.
 * What a bench before left open there is closed first: a drawer has one session. Answers, once the search field is there, with it and when the till began to open.
 */
export async function openLastTill(page) {
  let authorization
  page.on('request', (request) => (authorization = request.headers().authorization ?? authorization))
  await page.goto('/')
  await page.getByRole('button', { name: 'Sign in' }).click()
  const [username, listed] = [page.getByLabel('Username'), page.getByRole('link', { name: 'cashier', exact: true })]
  await username.or(listed).waitFor()
  const mocked = await listed.isVisible()
  if (mocked) await listed.click()
  else {
    await username.fill('lea')
    await page.getByRole('textbox', { name: 'Password' }).fill('demo')
    await page.getByRole('button', { name: 'Sign In' }).click()
  }
  await page.getByRole('list', { name: /Berlin/ }).getByRole('button').last().click()
  const [takeOver, float] = [page.getByRole('button', { name: 'Take its place' }), page.getByLabel(/Cash in the drawer/)]
  await takeOver.or(float).waitFor()
  if (await takeOver.isVisible()) await takeOver.click()
  await float.waitFor()
  if (!mocked) await closeWhatIsOpen(authorization)
  await float.fill(FLOAT)
  const began = Date.now()
  await page.getByRole('button', { name: 'Open the till' }).click()
  const search = page.getByRole('combobox', { name: 'Scan or search' })
  await search.waitFor()
  return { search, began }
}

/** Closes the open sessions of Berlin's last till without a count, as a shift lead does with a forgotten one. */
async function closeWhatIsOpen(authorization) {
  const ask = async (path, init) => {
    const answer = await fetch(base + path, { ...init, headers: { authorization, 'content-type': 'application/json' } })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return answer.json()
  }
  const { items } = await ask(`/api/till-sessions?tillId=${TILL}&state=OPEN`)
  for (const { id } of items) {
    const body = JSON.stringify({ closedAt: new Date().toISOString(), reason: 'Left open by a measurement' })
    await ask(`/api/till-sessions/${id}/closing`, { method: 'PUT', body })
  }
}
