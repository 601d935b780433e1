import { deflateSync, inflateSync } from 'fflate';

/**
 * What the payloads of sales have in common, the most common last. It belongs to the form of the code: a changed one is another
 * version, and the old one stays for receipts that were printed with it.
 */
const DICTIONARY = new TextEncoder().encode(
  [
    '"BANK_TRANSFER""GIFT_CARD""STORE_CREDIT""VOUCHER""ACCOUNT""RETURN","returnOf":{"lineNo":1,"saleId":"',
    '"refundOf":{"saleId":"","tenderNo":1},"foreign":{"amount":"","currency":"CHF","rate":""},',
    '"comeBack":{"condition":"SELLABLE","reason":"CHANGED_MIND"},"deposit":{"agreedTotal":"","amount":"","balance":"",',
    '"kind":"APPLIED","layawayId":""},"tip":{"amount":"","recipient":{"id":"","name":""}},"taxAdded":"","taxParts":[{',
    '"component":"GST","rate":"","tax":""}],"taxExempt":true,"customerGroup":"","coupons":[""],"basketDiscount":{"percent":"10"},',
    '"ageCheck":{"age":18,"answeredAt":"","answeredBy":{"id":"","name":""},"bornBy":""},"approvals":[{"action":"LINE_DISCOUNT",',
    '"approverId":"","approverName":"","at":"","difference":"","how":"PIN","lineNo":1,"percent":"","requestId":""}],',
    '"batch":{"expiryDate":"","lot":"","serial":""},"note":"","discount":{"percent":"10"},"price":"KEPT""OVERRIDE""OPEN","listPrice":"",',
    '"promotions":[{"amount":"","lineNo":1,"name":"","promotionId":""}],"follows":{"device":"","number":1},"epoch":2,',
    '"taxCategory":"ZERO","taxRate":"0.00","taxCategory":"REDUCED","taxRate":"7.00","taxCategory":"STANDARD","taxRate":"19.00","unitPrice":"',
    '"taxes":[{"category":"REDUCED","gross":"","net":"","rate":"7.00","tax":"0.',
    '{"category":"STANDARD","gross":"","net":"","rate":"19.00","tax":"0.',
    '","tenderNo":1,"type":"CARD"}],"total":"","tenders":[{"amount":"20.00","paymentId":null,"tenderNo":1,"type":"CASH"}],"tillId":"',
    '"},"device":"","epoch":1,"format":"tillstream-journal-1","kind":"SALE","number":1,"previous":"","subject":"","tillId":"',
    '{"at":"2026-11-22T10:15:00.000Z","body":{"businessDate":"2026-11-22","cashRounding":"0.00","change":"0.00","currency":"EUR",',
    '"customerId":null,"externalReference":null,"lines":[{"amount":"1.99","discount":"0.00","kind":"SALE","lineNo":1,"name":"","productId":"',
    '","quantity":"1","returnOf":null,"sku":"","tax":"0.32","taxCategory":"STANDARD","taxRate":"19.00","unitPrice":"1.99"},{"amount":"',
    '"occurredAt":"2026-11-22T10:15:00.000Z","pricing":{"at":"2026-11-22T11:15:00","lines":[],"priceBookVersion":1,"promotions":[]},',
    '"receiptNumber":1,"rungUpBy":{"id":"","name":""},"storeId":"","taxes":[{"category":"',
    '"tillSessionId":""},',
  ].join(''),
);

const UUID = 1;
const HASH = 2;
const IDS = /([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})|([0-9a-f]{64})/;
const DASHES = [8, 12, 16, 20];

/** Text made small: ids as the bytes they stand for, then deflated with the dictionary. Exactly this text comes back. */
export function packed(text: string): Uint8Array {
  return deflateSync(withIdsAsBytes(text), { level: 9, dictionary: DICTIONARY });
}

/** @throws when the bytes were not made by {@link packed} */
export function unpacked(bytes: Uint8Array): string {
  return withIdsAsText(inflateSync(bytes, { dictionary: DICTIONARY }));
}

// JSON has no control characters: where one stands, an id follows.
function withIdsAsBytes(text: string): Uint8Array {
  const bytes: number[] = [];
  const utf8 = new TextEncoder();
  for (const [at, piece] of text.split(IDS).entries()) {
    if (!piece) continue;
    if (at % 3 === 0) bytes.push(...utf8.encode(piece));
    else bytes.push(at % 3 === 1 ? UUID : HASH, ...fromHex(piece.replaceAll('-', '')));
  }
  return Uint8Array.from(bytes);
}

function withIdsAsText(bytes: Uint8Array): string {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let from = 0;
  for (let at = 0; at < bytes.length; at++) {
    const mark = bytes[at];
    if (mark !== UUID && mark !== HASH) continue;
    const id = bytes.subarray(at + 1, at + 1 + (mark === UUID ? 16 : 32));
    text += utf8.decode(bytes.subarray(from, at)) + (mark === UUID ? uuidOf(id) : toHex(id));
    at += id.length;
    from = at + 1;
  }
  return text + utf8.decode(bytes.subarray(from));
}

const fromHex = (hex: string) => (hex.match(/../g) ?? []).map((pair) => parseInt(pair, 16));
const toHex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

function uuidOf(bytes: Uint8Array): string {
  const hex = toHex(bytes);
  return [0, ...DASHES].map((from, at) => hex.slice(from, DASHES[at])).join('-');
}
