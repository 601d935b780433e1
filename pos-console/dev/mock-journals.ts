import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** Berlin's journals are whole, Hamburg's have been written anew by somebody with another key. */
const EXPORTS = { berlin: 'nothing-done', hamburg: 'a-journal-made-anew-beside-its-roots' };
const FOLDER = new URL('../../contracts/journal/', import.meta.url);

/** Both stores have the same devices: what is handed out is of the store that was looked at last. */
let listed = 'berlin';

type Json = Record<string, unknown>;

const payloadOf = (line: string) => JSON.parse((JSON.parse(line) as { payload: string }).payload) as Json;

function exportOf(storeId: string) {
  const name = EXPORTS[storeId as keyof typeof EXPORTS];
  const text = readFileSync(new URL(`${name}.ndjson`, FOLDER), 'utf8');
  const [roots = [], ...journals] = text
    .split(/\n(?=\{"format":)/)
    .map((part) => part.split('\n').filter(Boolean));
  return { text, roots, journals };
}

const page = (items: readonly unknown[]) => ({ json: { items, nextCursor: null } });

function stateOf([head = '', ...entries]: readonly string[]) {
  const { device, tillId, epoch } = JSON.parse(head) as Json;
  return {
    ...{ deviceId: device, tillId, tillName: tillId, epoch, entries: entries.length },
    ...{ completeTo: entries.length, last: entries.length, lastAt: '2026-11-22T10:15:00Z' },
    ...{ afterSuccessor: 0, waitingFor: [], findings: [] },
  };
}

function rootOf(line: string) {
  const says = payloadOf(line);
  const heads = says.heads as readonly { number: number }[];
  const hash = createHash('sha256')
    .update((JSON.parse(line) as { payload: string }).payload)
    .digest('hex');
  return {
    ...{ storeId: says.storeId, number: says.number, businessDate: says.businessDate, madeAt: says.madeAt },
    ...{ hash, journals: heads.length, entries: heads.reduce((sum, { number }) => sum + number, 0) },
  };
}

/** What the auditor is handed out; null when it is for somebody else. */
export function mockJournals(url: URL, authorization: string): { json?: unknown; text?: string } | null {
  const claims = Buffer.from(authorization.split('.')[1] ?? '', 'base64url').toString();
  if ((JSON.parse(claims) as Json).sub !== 'auditor') return null;
  const [, , noun, id, step] = url.pathname.split('/');
  const storeId = url.searchParams.get('storeId') ?? '';
  if (noun === 'till-journals' && step === 'export') {
    const found = exportOf(listed).journals.find(
      ([head]) => (JSON.parse(head ?? '{}') as Json).device === id,
    );
    const after = Number(url.searchParams.get('after') ?? 0);
    const [head = '', ...entries] = found ?? [];
    return { text: [head, ...entries.slice(after, after + Number(url.searchParams.get('most')))].join('\n') };
  }
  if (!(storeId in EXPORTS)) return null;
  listed = storeId;
  const { text, roots, journals } = exportOf(storeId);
  if (noun === 'till-journals') return page(journals.map(stateOf));
  if (noun === 'daily-roots')
    return id === 'export' ? { text: roots.join('\n') } : page(roots.slice(1).map(rootOf).reverse());
  return noun === 'journal-exports' ? { text } : null;
}
