// What a month without a server costs the till: the same sales beside 10 and beside 10,000 that wait to be sent, as a ratio in one run;
// and how long 500 take to be sent. BASE_URL=… node till-backlog.mjs [waiting]; signs in as the demo's shift lead, takes Berlin's last till,
// leaves its session open and 500 sales more at the server, copies of one; the 10,000 never leave the browser.
import { aBrowser, openLastTill } from './bench-till.mjs'

const WAITING = Number(process.argv[2] ?? 10_000)
const SALES = 30
const SENT = 500
const { browser, context } = await aBrowser()
// From the Enter that settles a sale until it is painted as paid, and until the sync state counts it.
await context.addInitScript(() => {
  const paid = () => document.body?.innerText.includes('The next scan starts the next sale.')
  const counted = () => /\d[\d,.]*/.exec(document.querySelector('header [role=status]')?.textContent ?? '')?.[0]
  window.timed = []
  window.timeNext = () => {
    const before = counted()
    let sale = null
    const painted = (then) => requestAnimationFrame(() => setTimeout(() => then(performance.now())))
    addEventListener('keydown', ({ key, timeStamp }) => key === 'Enter' && (sale ??= { from: timeStamp }), { capture: true, once: true })
    const look = new MutationObserver(() => {
      if (!sale) return
      if (!sale.paid && paid()) {
        sale.paid = -1
        painted((at) => (sale.paid = at - sale.from))
      }
      if (!sale.counted && counted() !== before) {
        sale.counted = -1
        painted((at) => (sale.counted = at - sale.from))
      }
      if (sale.paid && sale.counted) {
        look.disconnect()
        painted(() => painted(() => window.timed.push(sale)))
      }
    })
    look.observe(document.body, { subtree: true, childList: true, characterData: true })
  }
})
const page = await context.newPage()
const { search } = await openLastTill(page)
await page.getByText('All sent').waitFor()
await page.getByRole('group', { name: 'Categories' }).first().waitFor()
// The server answers everything but what a till has to send: it goes on trying.
const HELD_UP = /\/api\/(sales|till-journals)\//
await context.route(HELD_UP, (route) => route.abort())

const code = await page.evaluate(
  () =>
    new Promise((resolve) => {
      const open = indexedDB.open('tillstream')
      open.onsuccess = () => {
        const cursor = open.result.transaction('products').objectStore('products').openCursor()
        cursor.onsuccess = ({ target: { result: at } }) => {
          const { active, unit, tracking, ageLimit, prices, barcodes } = at.value
          const found = barcodes.find((each) => /^\d{13}$/.test(each.code))
          if (!found || !active || unit !== 'PIECE' || (tracking ?? 'NONE') !== 'NONE' || ageLimit || !prices?.length) return at.continue()
          open.result.close()
          resolve(found.code)
        }
      }
    }),
)
async function sell() {
  await page.keyboard.type(code)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /^Pay \d/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'To pay' }).waitFor()
  const done = await page.evaluate(() => (window.timeNext(), window.timed.length))
  await page.keyboard.press('Enter')
  await page.waitForFunction((before) => window.timed.length > before, done)
}
const middle = (all) => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)]
async function measured() {
  await page.evaluate(() => (window.timed = []))
  for (let sale = 0; sale < SALES; sale++) await sell()
  const timed = await page.evaluate(() => window.timed)
  return { paid: middle(timed.map(({ paid }) => paid)), counted: middle(timed.map(({ counted }) => counted)) }
}

for (let sale = 0; sale < 10; sale++) await sell()
const few = await measured()

/** Puts copies of the last sale in line, as the till would have; signed ones have a journal entry each. */
const backlog = (count, signed) =>
  page.evaluate(
    ([wanted, signed]) =>
      new Promise((resolve, reject) => {
        const open = indexedDB.open('tillstream')
        open.onerror = () => reject(open.error)
        open.onsuccess = () => {
          const db = open.result
          const names = ['outbox', 'journal', 'counters', 'tallies'].filter((name) => db.objectStoreNames.contains(name))
          const writing = db.transaction(names, 'readwrite')
          const table = (name) => writing.objectStore(name)
          const last = (name, then) => (table(name).openCursor(null, 'prev').onsuccess = ({ target }) => then(target.result?.value))
          last('outbox', ({ seq: _, ...sale }) =>
            last('journal', (entry) =>
              last('counters', (counter) => {
                for (let at = 0; at < wanted; at++) {
                  const id = crypto.randomUUID()
                  const receiptNumber = counter.next + at
                  table('outbox').add({ ...sale, id, path: `/api/sales/${id}`, receiptNumber, state: 'queued', attempts: 0, notBefore: 0, body: { ...sale.body, receiptNumber } })
                  if (entry && signed) table('journal').add({ ...entry, number: entry.number + at + 1, subject: id, state: 'queued' })
                }
                table('counters').put({ ...counter, next: counter.next + wanted })
                if (names.includes('tallies')) last('tallies', (tally) => table('tallies').put({ ...tally, waiting: tally.waiting + wanted }))
              }),
            ),
          )
          writing.onabort = () => reject(writing.error)
          writing.oncomplete = () => (db.close(), resolve())
        }
      }),
    [count, signed],
  )
await backlog(SENT, false)
await page.reload()
await search.waitFor()
await context.unroute(HELD_UP)
const began = Date.now()
await page.evaluate(() => window.dispatchEvent(new Event('online')))
await page.getByText('All sent').waitFor({ timeout: 300_000 })
console.log(`${SENT + 10 + SALES} stored sales sent in ${((Date.now() - began) / 1000).toFixed(1)} s`)

await context.route(HELD_UP, (route) => route.abort())
await sell()
await backlog(WAITING, true)
await page.reload()
await search.waitFor()
await sell()
const many = await measured()
const row = (what, one, other) => console.log(`${what}: ${one.toFixed(0)} ms with few waiting, ${other.toFixed(0)} ms with ${WAITING}, ${(other / one).toFixed(2)} times as long`)
row('sale painted as paid', few.paid, many.paid)
row('sale counted as waiting', few.counted, many.counted)
await browser.close()
