import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect, type BrowserContext, type Page } from '@playwright/test'
import { writeFilm } from './fake-camera.ts'
import { barcode, becomeTill, isAccessible, signIn, Till } from './shop.ts'

// A till without a scanner: its camera sees a pack of tea, from beginning to end.
const TEA = barcode(10)

const test = base.extend<object, object>({
  launchOptions: [
    async ({ launchOptions }, use) => {
      const film = join(mkdtempSync(join(tmpdir(), 'till-camera-')), 'tea.y4m')
      writeFilm(film, TEA)
      const camera = ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`]
      await use({ ...launchOptions, args: [...(launchOptions.args ?? []), ...camera] })
    },
    { scope: 'worker' },
  ],
})
test.describe.configure({ mode: 'serial' })

let shop: BrowserContext
let page: Page
let till: Till

test.beforeAll(async ({ browser }) => {
  shop = await browser.newContext()
  page = await shop.newPage()
  till = new Till(page)
})
test.afterAll(() => shop.close())

const camera = () => page.getByRole('region', { name: 'Scan with the camera' })
const button = () => page.getByRole('button', { name: 'Scan with the camera' })
const items = (count: string) => expect(page.getByText(count, { exact: true }).filter({ visible: true })).toBeVisible()

test('a camera that the browser may not use says so', async () => {
  await page.goto('/till')
  await signIn(page, 'ben')
  await becomeTill(page, /Hamburg/)
  await page.getByLabel(/Cash in the drawer/).fill('100')
  await page.getByRole('button', { name: 'Open the till' }).click()
  await expect(page.getByLabel('Quick keys').getByRole('button').first()).toBeVisible()
  await button().click()
  await expect(camera().getByText('The browser may not use the camera here.', { exact: false })).toBeVisible()
  await isAccessible(page)
})

test('what it sees is rung up once, and again when it is switched on again', async () => {
  await shop.grantPermissions(['camera'])
  await camera().getByRole('button', { name: 'Try again' }).click()
  await expect(till.basket()).toHaveCount(1)
  await items('1 item')
  await isAccessible(page)
  const track = await page.evaluateHandle(
    () => (document.querySelector('video')?.srcObject as MediaStream).getVideoTracks()[0],
  )
  await page.keyboard.press('Escape')
  await expect(camera()).toBeHidden()
  await expect.poll(() => track.evaluate((used) => used?.readyState)).toBe('ended')

  await button().click()
  await items('2 items')
  await till.pay()
})

test('the till is closed', async () => {
  await page.getByRole('button', { name: 'Drawer' }).click()
  await page.getByRole('button', { name: 'Close till' }).click()
  await page.getByLabel(/Counted cash/).fill('100')
  await page.getByRole('button', { name: 'Done counting' }).click()
  await page.getByRole('button', { name: 'Close the till' }).click()
  await page.getByLabel('What happened?').fill('The day was a test')
  await page.getByRole('button', { name: 'Close with this reason' }).click()
  await expect(page.getByText('These are the server’s figures', { exact: false })).toBeVisible()
})
