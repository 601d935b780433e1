// A long shift: 1,000 sales of three scans each, for exact cash, with the memory that the page holds in between.
// BASE_URL=… node till-memory.mjs [sales]; signs in as the demo's cashier and leaves the session of Berlin's second till open.
import { chromium } from '@playwright/test'
import { barcode, becomeTill, signIn, Till } from './shop.ts'

const base = process.env.BASE_URL ?? 'http://localhost:8080'
const SALES = Number(process.argv[2] ?? 1_000)
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', `--explicitly-allowed-ports=${new URL(base).port}`],
})
const context = await browser.newContext({ baseURL: base, locale: 'en-GB', timezoneId: 'Europe/Berlin', viewport: { width: 1280, height: 800 } })
const page = await context.newPage()
const till = new Till(page)
await page.goto('/')
await signIn(page, 'anna')
await becomeTill(page, /Berlin/, 1)
await page.getByLabel(/Cash in the drawer/).fill('100')
await page.getByRole('button', { name: 'Open the till' }).click()
await till.searchField().waitFor()

const session = await context.newCDPSession(page)
await session.send('Performance.enable')
await session.send('HeapProfiler.enable')
/** What is left after the garbage is gone. */
async function held() {
  await session.send('HeapProfiler.collectGarbage')
  const { metrics } = await session.send('Performance.getMetrics')
  const of = (name) => metrics.find((metric) => metric.name === name)?.value ?? 0
  return { heap: of('JSHeapUsedSize') / 1e6, nodes: of('Nodes'), listeners: of('JSEventListeners') }
}

const codes = Array.from({ length: 12 }, (_, at) => barcode(at + 1))
const began = Date.now()
let first
for (let sale = 1; sale <= SALES; sale++) {
  for (let line = 0; line < 3; line++) await till.scan(codes[(sale + line * 5) % codes.length])
  await page.getByRole('button', { name: /^Pay \d/ }).waitFor()
  await till.pay()
  if (sale === 100 || sale % 250 === 0 || sale === SALES) {
    const now = await held()
    first ??= now
    const grown = ((now.heap / first.heap - 1) * 100).toFixed(0)
    console.log(`after ${sale} sales: ${now.heap.toFixed(1)} MB of script, ${now.nodes} nodes, ${now.listeners} listeners (${grown} % on the first 100); ${((Date.now() - began) / 1000).toFixed(0)} s`)
  }
}
await browser.close()
