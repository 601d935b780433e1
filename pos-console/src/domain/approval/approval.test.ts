import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { amount, amountText, quantity } from '../decimal';
import type { Discount } from '../discount';
import { deedsIn, stillNeeded, type ApprovalAction, type ApprovalRule, type DoneLine } from './approval';

interface ExampleFile {
  policies: Record<string, ApprovalRule[]>;
  examples: {
    name: string;
    policy: string;
    roles: string[];
    lines: {
      lineNo: number;
      kind: 'SALE' | 'RETURN';
      quantity: string;
      unitPrice: string;
      amount: string;
      returnOf?: object;
    }[];
    pricing: {
      basketDiscount?: Given;
      lines?: { lineNo: number; price?: 'OVERRIDE' | 'OPEN'; listPrice?: string; discount?: Given }[];
    };
    approvals: { action: ApprovalAction; lineNo?: number; difference: string; percent?: string }[];
    needed: {
      action: string;
      lineNo?: number;
      amount: string;
      of: string;
      percent?: string;
      approvers: string[];
    }[];
  }[];
}
type Given = { percent?: string; amount?: string };

const file = JSON.parse(
  readFileSync(new URL('../../../../contracts/approval/examples.json', import.meta.url), 'utf8'),
) as ExampleFile;

const discountOf = (given: Given | undefined): Discount | null =>
  given?.percent
    ? { percent: amount(given.percent) }
    : given?.amount
      ? { amount: amount(given.amount) }
      : null;

describe('what needs a second person', () => {
  it.each(file.examples)('$name', (example) => {
    const lines = example.lines.map((line): DoneLine => {
      const unusual = example.pricing.lines?.find(({ lineNo }) => lineNo === line.lineNo);
      return {
        line: line.lineNo,
        kind: line.kind,
        quantity: quantity(line.quantity),
        unitPrice: amount(line.unitPrice),
        amount: amount(line.amount),
        discount: discountOf(unusual?.discount),
        price: unusual?.price,
        listPrice: unusual?.listPrice === undefined ? undefined : amount(unusual.listPrice),
        withReceipt: line.returnOf !== undefined,
      };
    });
    const needed = stillNeeded(
      deedsIn(lines, discountOf(example.pricing.basketDiscount)),
      file.policies[example.policy] ?? [],
      example.roles,
      example.approvals.map(({ lineNo, percent, ...approval }) => ({
        ...approval,
        ...(lineNo !== undefined && { line: lineNo }),
        difference: amount(approval.difference),
        ...(percent !== undefined && { percent: amount(percent) }),
      })),
    );
    const plain = (value: string) => amountText(amount(value), 0);
    expect(
      needed.map(({ deed, approvers }) => ({
        action: deed.action,
        ...(deed.line !== undefined && { lineNo: deed.line }),
        amount: amountText(deed.amount, 0),
        of: amountText(deed.of, 0),
        ...(deed.percent !== undefined && { percent: amountText(deed.percent, 0) }),
        approvers: [...approvers].sort(),
      })),
    ).toEqual(
      example.needed.map((each) => ({
        ...each,
        amount: plain(each.amount),
        of: plain(each.of),
        ...(each.percent !== undefined && { percent: plain(each.percent) }),
        approvers: [...each.approvers].sort(),
      })),
    );
  });
});
