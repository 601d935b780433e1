// A long shift: 1,000 sales of three scans each, for exact cash, with the memory that the page holds in between.
// BASE_URL=… node shift-memory.mjs [sales]; signs in as the demo's shift lead and leaves the session of Berlin's last till open.
import { aBrowser, openLastTill } from './bench-till.mjs'

const SALES = Number(process.argv[2] ?? 1_000)
const { browser, context } = await aBrowser()
const page = await context.newPage()
await openLastTill(page)
const scan = (code) => page.keyboard.type(code).then(() => page.keyboard.press('Enter'))
const pay = page.getByRole('button', { name: /^Pay \d/ })
const paid = page.getByText('The next scan starts the next sale.')
/** In-store barcodes of the demo's goods: prefix 20, number, check digit. */
const barcode = (number) => {
  const digits = `20${String(number).padStart(10, '0')}`
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3), 0)
  return digits + ((10 - (sum % 10)) % 10)
}

const session = await context.newCDPSession(page)
await session.send('Performance.enable')
await session.send('HeapProfiler.enable')
/** What is left after the garbage is gone. */
async function held() {
  // What the first round lets go of is collected by the next.
  for (let round = 0; round < 3; round++) await session.send('HeapProfiler.collectGarbage')
  const { metrics } = await session.send('Performance.getMetrics')
  const of = (name) => metrics.find((metric) => metric.name === name)?.value ?? 0
  return { heap: of('JSHeapUsedSize') / 1e6, nodes: of('Nodes'), listeners: of('JSEventListeners') }
}

const codes = Array.from({ length: 12 }, (_, at) => barcode(at + 20))
const began = Date.now()
let first
for (let sale = 1; sale <= SALES; sale++) {
  for (let line = 0; line < 3; line++) await scan(codes[(sale + line * 5) % codes.length])
  await pay.waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'To pay' }).waitFor()
  await page.keyboard.press('Enter')
  await paid.waitFor()
  if (sale === 100 || sale % 250 === 0 || sale === SALES) {
    const now = await held()
    first ??= now
    const grown = ((now.heap / first.heap - 1) * 100).toFixed(0)
    console.log(`after ${sale} sales: ${now.heap.toFixed(1)} MB of script, ${now.nodes} nodes, ${now.listeners} listeners (${grown} % on the first 100); ${((Date.now() - began) / 1000).toFixed(0)} s`)
  }
}
await browser.close()
