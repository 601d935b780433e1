import { codesOf } from '@/domain/receipt-code/receipt-code';
import { DIGITS_OF_ONE_CODE } from '@/domain/receipt-code/digits';
import type { ConsoleDatabase } from './database';
import { identityOf } from './device-identity';

/** A copy of a receipt that is older than so many entries carries its number: the server has long had the sale. */
const MOST_LOOKED_AT = 2_000;

/** The codes under which a sale that this device signed is printed; null where it is not signed, or takes too many of them. */
export async function codesOfSale(db: ConsoleDatabase, saleId: string): Promise<readonly string[] | null> {
  const identity = await identityOf(db);
  if (!identity) return null;
  let looked = 0;
  const entry = await db.journal
    .where('[deviceId+number]')
    .between([identity.id, 0], [identity.id, Infinity])
    .reverse()
    .until(() => ++looked > MOST_LOOKED_AT)
    .filter(({ subject }) => subject === saleId)
    .first();
  return entry ? codesOf(entry, DIGITS_OF_ONE_CODE) : null;
}
