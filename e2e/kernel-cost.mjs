// Times the console's pricing kernel in a browser whose processor is slowed down four times: 20 lines against 500 promotions.
// npm run build:kernel in pos-console, then: node kernel-cost.mjs
import { readFile } from 'node:fs/promises'
import { chromium } from '@playwright/test'

const root = new URL('../', import.meta.url)
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] })
const page = await browser.newPage()
await page.route('http://kernel.test/**', async (route) => {
  const name = new URL(route.request().url()).pathname.slice(1)
  if (name === '') return route.fulfill({ contentType: 'text/html', body: '<!doctype html>' })
  const file = name === 'file.json' ? new URL('contracts/pricing/cost/twenty-lines-500-promotions.json', root) : new URL(`.till/pricing/${name}`, root)
  await route.fulfill({ contentType: name.endsWith('json') ? 'application/json' : 'text/javascript', body: await readFile(file, 'utf8') })
})
await page.goto('http://kernel.test/')
const devtools = await page.context().newCDPSession(page)
await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
const times = await page.evaluate(async () => {
  const { timeKernel } = await import('http://kernel.test/cost.js')
  return timeKernel(await (await fetch('http://kernel.test/file.json')).json())
})
await browser.close()
times.sort((a, b) => a - b)
console.log(`kernel in the browser, 4 times slower, after 200 baskets: p50 ${times[100].toFixed(1)} ms, p95 ${times[190].toFixed(1)} ms`)
