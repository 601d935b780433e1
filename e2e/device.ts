import type { Page } from '@playwright/test'

/** A document on its way from the device to the server. */
export interface KeptDocument {
  readonly kind: string
  readonly path: string
  readonly state: string
  readonly receiptNumber: number
  readonly body: { readonly total: string }
}

/** What the device has put in line since it became a till, read beside the console; the oldest first. */
export const documentsOn = (page: Page): Promise<KeptDocument[]> =>
  page.evaluate(
    () =>
      new Promise<KeptDocument[]>((resolve, reject) => {
        const open = indexedDB.open('tillstream')
        open.onerror = () => reject(new Error('no database'))
        open.onsuccess = () => {
          const all = open.result.transaction('outbox').objectStore('outbox').getAll()
          all.onsuccess = () => {
            open.result.close()
            resolve(all.result as KeptDocument[])
          }
        }
      }),
  )

/** The sales among them; amounts in cents. */
export async function salesOn(page: Page): Promise<{ numbers: number[]; unsent: number; cents: number }> {
  const sales = (await documentsOn(page)).filter(({ kind }) => kind === 'sale')
  return {
    numbers: sales.map(({ receiptNumber }) => receiptNumber).sort((a, b) => a - b),
    unsent: sales.filter(({ state }) => state !== 'accepted').length,
    cents: sales.reduce((sum, { body }) => sum + Math.round(Number(body.total) * 100), 0),
  }
}
