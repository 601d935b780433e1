import { amount, amountText, minus } from '@/domain/decimal';
import { REASONS, type MovementKind, type MovementReason } from '@/domain/cash-movement';
import type { SessionFigures } from '@/domain/session-figures';
import type { Formats } from '../format';
import type { SessionReport } from '../http/shapes';
import type { Say } from '../i18n';

/** A row of a report, shaped like those of receipts. */
export interface ReportRow {
  readonly left: string;
  readonly right: string;
  readonly look: 'title' | 'centre' | 'line' | 'detail' | 'strong' | 'small' | 'rule';
}

/** What a report says besides its figures. */
export type ReportHead = Omit<SessionReport, 'figures' | 'corrected' | 'lateSales'>;

export interface ReportPlace {
  readonly storeName: string;
  readonly tillName: string;
  readonly timeZone: string;
}

const KNOWN = new Set<string>(Object.values(REASONS).flat());

/** The reason in words; one of another version of the console stands as it is. */
export const reasonWords = (reason: string, say: Say): string =>
  KNOWN.has(reason) ? say(`cash.reason.${reason as MovementReason}`) : reason;

/** Lays an X or Z report out as rows; screen and paper show the same. `corrected` is told with a head of its own. */
export function reportRows(
  head: ReportHead,
  figures: SessionFigures,
  place: ReportPlace,
  say: Say,
  format: Formats,
  corrected = false,
): ReportRow[] {
  const sheet = new Sheet(head.currency, format);
  headRows(sheet, head, place, say, format, corrected);
  saleRows(sheet, figures, say);
  taxRows(sheet, figures, say, format);
  tenderRows(sheet, figures, say);
  foreignRows(sheet, figures, say, format);
  cashierRows(sheet, figures, say);
  tipRows(sheet, figures, say);
  depositRows(sheet, figures, say);
  movementRows(sheet, head, figures, place, say, format);
  drawerRows(sheet, head, figures, say);
  return sheet.rows;
}

class Sheet {
  readonly rows: ReportRow[] = [];
  private readonly currency: string;
  private readonly format: Formats;

  constructor(currency: string, format: Formats) {
    this.currency = currency;
    this.format = format;
  }

  add(look: ReportRow['look'], left: string, right = ''): void {
    this.rows.push({ left, right, look });
  }

  rule(): void {
    this.add('rule', '');
  }

  money(left: string, value: string, look: ReportRow['look'] = 'line'): void {
    this.add(look, left, this.format.money(value, this.currency));
  }
}

function headRows(
  sheet: Sheet,
  head: ReportHead,
  { storeName, tillName, timeZone }: ReportPlace,
  say: Say,
  format: Formats,
  corrected: boolean,
): void {
  const name = head.zNumber
    ? say(corrected ? 'report.zCorrected' : 'report.z', { number: head.zNumber })
    : say(head.closedAt ? 'report.zUnnumbered' : 'report.x');
  sheet.add('title', name);
  sheet.add('centre', `${storeName} · ${tillName}`);
  sheet.add('small', say('report.day'), format.date(head.businessDate));
  sheet.add('small', say('report.drawer'), String(head.drawer));
  sheet.add(
    'small',
    say('report.opened', { name: head.openedByName }),
    format.dateTime(head.openedAt, timeZone),
  );
  if (head.closedAt)
    sheet.add(
      'small',
      say('report.closed', { name: head.closedByName ?? '' }),
      format.dateTime(head.closedAt, timeZone),
    );
  sheet.rule();
}

function saleRows(sheet: Sheet, figures: SessionFigures, say: Say): void {
  sheet.money(say('report.sold', { count: figures.sales }), figures.sold);
  sheet.money(say('report.returned', { count: figures.returns }), figures.returned);
  sheet.money(say('report.total'), figures.total, 'strong');
  sheet.money(say('report.discounts'), figures.discounts, 'detail');
  if (amount(figures.cashRounding) !== 0n)
    sheet.money(say('report.rounding'), figures.cashRounding, 'detail');
  sheet.rule();
}

function taxRows(sheet: Sheet, { taxes }: SessionFigures, say: Say, format: Formats): void {
  if (taxes.length === 0) return;
  for (const { rate, net, tax } of taxes) {
    sheet.money(say('receipt.net', { rate: format.quantity(rate) }), net);
    sheet.money(say('receipt.tax', { rate: format.quantity(rate) }), tax);
  }
  sheet.rule();
}

const TENDERS = ['CASH', 'CARD', 'BANK_TRANSFER', 'GIFT_CARD', 'STORE_CREDIT', 'VOUCHER', 'ACCOUNT'] as const;

function tenderRows(sheet: Sheet, { tenders, change }: SessionFigures, say: Say): void {
  if (!tenders || tenders.length === 0) return;
  for (const { type, count, amount: taken } of tenders) {
    const known = TENDERS.find((candidate) => candidate === type);
    sheet.money(`${count} × ${known ? say(`report.tender.${known}`) : type}`, taken);
  }
  if (amount(change) !== 0n) sheet.money(say('report.change'), `-${change}`);
  sheet.rule();
}

function foreignRows(sheet: Sheet, { foreignCash }: SessionFigures, say: Say, format: Formats): void {
  if (!foreignCash || foreignCash.length === 0) return;
  for (const { currency, count, amount: taken, worth, counted, difference } of foreignCash) {
    const row = (look: ReportRow['look'], left: string, value: string) =>
      sheet.add(look, left, format.money(value, currency, true));
    row('line', say('report.foreign', { currency, count }), taken);
    sheet.money(say('report.worth'), worth, 'detail');
    if (counted !== null) row('detail', say('close.countedShort'), counted);
    if (difference !== null) row('strong', say('close.difference'), difference);
  }
  sheet.rule();
}

function cashierRows(sheet: Sheet, { cashiers }: SessionFigures, say: Say): void {
  if (cashiers.length === 0) return;
  for (const { name, sales, returns, total } of cashiers)
    sheet.money(say('report.cashier', { name, count: sales + returns }), total);
  sheet.rule();
}

function tipRows(sheet: Sheet, { tips }: SessionFigures, say: Say): void {
  if (tips.length === 0) return;
  for (const { name, count, amount: given } of tips) sheet.money(say('report.tip', { name, count }), given);
  sheet.rule();
}

function depositRows(sheet: Sheet, { deposits }: SessionFigures, say: Say): void {
  if (deposits.length === 0) return;
  for (const { kind, count, amount: value } of deposits)
    sheet.money(say(`report.deposit.${kind}`, { count }), value);
  sheet.rule();
}

function movementRows(
  sheet: Sheet,
  { movements, handOvers, voidedBaskets, currency }: ReportHead,
  figures: SessionFigures,
  { timeZone }: ReportPlace,
  say: Say,
  format: Formats,
): void {
  for (const { kind, amount: moved, reason, note, movedAt, movedByName } of movements) {
    const sign = kind === 'PAY_IN' || amount(moved) === 0n ? '' : '-';
    sheet.money(say(`cash.${kind as MovementKind}`), sign + moved);
    sheet.add(
      'detail',
      [format.time(movedAt, timeZone), reasonWords(reason, say), note, movedByName]
        .filter(Boolean)
        .join(' · '),
    );
  }
  for (const { handedOverAt, from, to, difference } of handOvers) {
    sheet.add('line', say('report.handOver', { from, to }), format.time(handedOverAt, timeZone));
    if (difference !== null) sheet.money(say('close.difference'), difference, 'detail');
  }
  sheet.add('line', say('report.noSales'), String(figures.noSales));
  sheet.money(say('report.voids', { count: figures.voids }), figures.voided);
  for (const { voidedAt, voidedByName, total, taken } of voidedBaskets) {
    const words = [format.time(voidedAt, timeZone), voidedByName];
    if (amount(taken) !== 0n) words.push(say('report.voidTaken', { amount: format.money(taken, currency) }));
    sheet.money(words.join(' · '), total, 'detail');
  }
  sheet.rule();
}

function drawerRows(sheet: Sheet, head: ReportHead, figures: SessionFigures, say: Say): void {
  sheet.money(say('report.float'), figures.openingFloat);
  if (figures.expectedCash === null) {
    sheet.add('small', say('report.blind'));
    return;
  }
  const moved = minus(minus(amount(figures.paidIn), amount(figures.paidOut)), amount(figures.skimmed));
  const fromSales = minus(minus(amount(figures.expectedCash), amount(figures.openingFloat)), moved);
  sheet.money(say('report.cashOfSales'), amountText(fromSales));
  if (moved !== 0n) sheet.money(say('report.cashMoved'), amountText(moved));
  sheet.money(say('close.expected'), figures.expectedCash, 'strong');
  if (figures.countedCash !== null) sheet.money(say('close.countedShort'), figures.countedCash);
  if (figures.difference !== null) sheet.money(say('close.difference'), figures.difference, 'strong');
  if (head.counted === false) sheet.add('small', say('report.notCounted'));
  if (head.reason) sheet.add('small', say('report.reason', { reason: head.reason }));
}
