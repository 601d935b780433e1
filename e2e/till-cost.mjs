// Times the till with everything that the catalog of a running suite holds, as the cashier sees it: from the key to the painted line.
// BASE_URL=… node till-cost.mjs; signs in as the demo's shift lead and leaves the session of Berlin's last till open.
import { aBrowser, openLastTill } from './bench-till.mjs'

const SCANS = 100
const QUERIES = ['dark chocolate', 'choclate', 'milk yog', 'tea', 'salted almond', 'hazlenut', 'bulk-0012', 'ginger lemon', 'royal muesli', 'napkins']
const { browser, context } = await aBrowser()
// How long the search worker takes to answer, seen from the page.
await context.addInitScript(() => {
  const asked = new Map()
  window.answers = []
  const { postMessage } = Worker.prototype
  Worker.prototype.postMessage = function (request, ...rest) {
    if (request?.type === 'find') asked.set(request.id, [performance.now(), request.text])
    if (!this.timed) {
      this.timed = true
      this.addEventListener('message', ({ data }) => asked.has(data.id) && window.answers.push([performance.now() - asked.get(data.id)[0], asked.get(data.id)[1]]))
    }
    return postMessage.call(this, request, ...rest)
  }
})
// When the till can be used, counted from the moment it was called up: search field and tiles are there.
await context.addInitScript(() => {
  const look = () => {
    if (document.getElementById('till-search') && document.querySelector('[class*=grid] button')) window.usableAfter = performance.now()
    else requestAnimationFrame(look)
  }
  look()
})
const page = await context.newPage()
const { search, began } = await openLastTill(page)

// What the device holds, read beside the console.
const held = () =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const open = indexedDB.open('tillstream')
        open.onerror = () => reject(open.error)
        open.onsuccess = () => {
          const count = open.result.transaction('products').objectStore('products').count()
          count.onsuccess = () => {
            open.result.close()
            resolve(count.result)
          }
        }
      }),
  )
let products = await held()
for (;;) {
  await page.waitForTimeout(1_000)
  const now = await held()
  if (now === products && now > 0) break
  products = now
}
const filled = (Date.now() - began - 1_000) / 1000
console.log(`a new till holds ${products} products after ${filled.toFixed(1)} s`)

const figures = (times) => {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]?.toFixed(0)
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms of ${sorted.length}`
}

await page.evaluate(() => navigator.serviceWorker.ready)
const slowed = await context.newCDPSession(page)
await slowed.send('Emulation.setCPUThrottlingRate', { rate: 4 })
const starts = []
for (let start = 0; start < 20; start++) {
  // As after a pause: nothing of the start before is still under way.
  await page.waitForLoadState('networkidle')
  await page.reload()
  await page.waitForFunction(() => window.usableAfter)
  starts.push(await page.evaluate(() => window.usableAfter))
}
await slowed.send('Emulation.setCPUThrottlingRate', { rate: 1 })
console.log(`start from cache at 4x slowdown: ${figures(starts)}`)

const codes = await page.evaluate(
  ([wanted, step]) =>
    new Promise((resolve) => {
      // What is weighed, or has to be told apart, asks first.
      const sold = ({ active, prices, unit, tracking, ageLimit }) =>
        active && prices?.length && unit === 'PIECE' && !['LOT', 'SERIAL'].includes(tracking) && !ageLimit
      const open = indexedDB.open('tillstream')
      open.onsuccess = () => {
        const all = []
        const cursor = open.result.transaction('products').objectStore('products').openCursor()
        cursor.onsuccess = () => {
          const at = cursor.result
          if (!at || all.length === wanted) {
            open.result.close()
            return resolve(all)
          }
          const code = at.value.barcodes.find((each) => /^\d{13}$/.test(each.code))
          if (code && sold(at.value)) all.push(code.code)
          at.advance(step)
        }
      }
    }),
  [SCANS, Math.max(1, Math.floor(products / SCANS / 2))],
)

// From the event that began something until the frame after the change it made.
await page.evaluate(() => {
  window.times = []
  let began = 0
  const note = (event) => {
    if (event.type === 'click' || event.key === 'Enter' || event.key.length === 1) began = event.timeStamp
  }
  window.addEventListener('keydown', note, true)
  window.addEventListener('click', note, true)
  window.watch = (selector) => {
    window.observer?.disconnect()
    window.times = []
    let waiting = false
    window.observer = new MutationObserver((changes) => {
      if (waiting || !changes.some(({ target }) => (target.parentElement ?? document.body).closest(selector) || target.closest?.(selector))) return
      waiting = true
      const from = began
      requestAnimationFrame(() => setTimeout(() => {
        waiting = false
        window.times.push(performance.now() - from)
      }))
    })
    window.observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['data-selected'] })
  }
})
const measured = () => page.evaluate(() => window.times)

// Sold by the piece, all of them: what is weighed asks first.
const tiles = page.locator('[class*=grid] button')
const shownFirst = await tiles.first().innerText()
await page.getByRole('group', { name: 'Categories' }).first().getByRole('button', { name: 'Coffee' }).click()
// With many products the category takes a moment; what is tapped before it is there may be weighed, and asks first.
await page.waitForFunction((text) => document.querySelector('[class*=grid] button')?.innerText !== text, shownFirst)
await page.evaluate(() => window.watch('section[aria-labelledby=basket-title]'))
for (let tap = 0; tap < 60; tap++) {
  const before = (await measured()).length
  await tiles.nth(tap % Math.min(12, await tiles.count())).click()
  await page.waitForFunction((n) => window.times.length > n, before)
}
console.log(`tile to line: ${figures(await measured())}`)

await page.evaluate(() => window.watch('section[aria-labelledby=basket-title]'))
for (let scan = 0; scan < SCANS; scan++) {
  const code = codes[scan % codes.length]
  const before = (await measured()).length
  for (const key of code) await page.keyboard.press(key)
  await page.keyboard.press('Enter')
  await page.waitForFunction((n) => window.times.length > n, before)
}
console.log(`scan to line: ${figures(await measured())}`)

await page.evaluate(() => (window.answers = []))
for (const query of QUERIES) {
  await search.fill('')
  for (const letter of query) {
    await page.keyboard.press(letter === ' ' ? 'Space' : letter)
    await page.waitForTimeout(120)
  }
}
const answers = await page.evaluate(() => window.answers)
console.log(`search on the device: ${figures(answers.map(([took]) => took))}`)
if (process.env.SLOWEST) console.log(answers.sort((a, b) => b[0] - a[0]).slice(0, 12).map(([took, text]) => `  ${took.toFixed(0)} ms ${text}`).join('\n'))

await browser.close()
