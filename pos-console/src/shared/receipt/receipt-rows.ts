import type { Receipt } from './receipt';

export type RowLook =
  | 'title'
  | 'mark'
  | 'centre'
  | 'line'
  | 'detail'
  | 'strong'
  | 'small'
  | 'table'
  | 'tableHead'
  | 'rule'
  | 'code';

/** One row of a receipt, whatever it is shown on. */
export interface ReceiptRow {
  readonly look: RowLook;
  readonly left: string;
  readonly right: string;
  /** Of a table: from the reading side on, all but the first stand at the far side of their column. */
  readonly cells?: readonly string[];
  /** Of a table: how many letters each column needs. */
  readonly widths?: readonly number[];
}

const row = (look: RowLook, left: string, right = ''): ReceiptRow => ({ look, left, right });
const rule = row('rule', '');

function tableRows({ head, rows }: NonNullable<Receipt['taxes']>): ReceiptRow[] {
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((cells) => cells[at]?.length ?? 0)));
  return [
    { ...row('tableHead', ''), cells: head, widths },
    ...rows.map((cells): ReceiptRow => ({ ...row('table', ''), cells, widths })),
  ];
}

/** The rows in order; screen, PDF and printer show the same. */
export function receiptRows(receipt: Receipt): ReceiptRow[] {
  const { head, marks, lines, before, total, tenders, taxes, facts, legal, codes, closing } = receipt;
  return [
    row('title', head.name),
    ...head.lines.map((line) => row('centre', line)),
    ...marks.map((mark) => row('mark', mark)),
    rule,
    ...lines.flatMap((line) => [
      row('line', line.name, line.amount ?? ''),
      ...line.details.map(({ text, amount }) => row('detail', text, amount)),
    ]),
    rule,
    ...before.map(({ label, value }) => row('line', label, value)),
    ...(total ? [row('strong', total.label, total.value)] : []),
    ...tenders.map(({ label, value }) => row('line', label, value)),
    ...(total ? [rule] : []),
    ...(taxes ? [...tableRows(taxes), rule] : []),
    ...facts.map((fact) => row('small', fact)),
    ...legal.map((text) => row('centre', text)),
    ...codes.flatMap((code, at) => [
      row('code', code),
      ...(codes.length > 1 ? [row('centre', `${at + 1} / ${codes.length}`)] : []),
    ]),
    ...closing.map((text) => row('centre', text)),
  ];
}
