import type { Amount } from '@/domain/decimal';
import type { ForeignMoney } from '@/domain/foreign-cash';

/** What the till last said to the cashier; `at` makes equal words news again. */
export type Notice =
  | {
      readonly kind: 'unknown-code' | 'goods-loading' | 'misread' | 'empty-label';
      readonly code: string;
      readonly at: number;
    }
  | { readonly kind: 'expired'; readonly name: string; readonly expiry: string; readonly at: number }
  | { readonly kind: 'serial-there'; readonly name: string; readonly serial: string; readonly at: number }
  | {
      readonly kind: 'whole-packs';
      readonly name: string;
      readonly size: string;
      readonly quantity: string;
      readonly at: number;
    }
  | { readonly kind: 'removed'; readonly name: string; readonly at: number }
  | {
      readonly kind: 'voided-cash';
      readonly amount: Amount;
      readonly foreign: readonly ForeignMoney[];
      readonly at: number;
    }
  | { readonly kind: 'too-young' | 'one-piece'; readonly name: string; readonly at: number }
  | { readonly kind: 'no-price'; readonly name: string; readonly at: number }
  | { readonly kind: 'coupon-there' | 'coupon-used-up'; readonly code: string; readonly at: number }
  | {
      readonly kind: 'declined' | 'parked-elsewhere' | 'parked-nearby' | 'layaway-closed';
      readonly reason: string;
      readonly at: number;
    }
  | {
      readonly kind:
        | 'not-an-amount'
        | 'not-a-weight'
        | 'card-too-much'
        | 'card-needs-network'
        | 'refund-to-card'
        | 'voided'
        | 'void-refunded'
        | 'nothing-to-void'
        | 'refund-too-much'
        | 'card-running'
        | 'card-never-arrived'
        | 'card-left'
        | 'drawer-shut'
        | 'finish-first'
        | 'nothing-to-discount'
        | 'nothing-to-park'
        | 'nothing-to-set-aside'
        | 'deposit-too-much'
        | 'layaway-unreachable'
        | 'parked'
        | 'parked-gone'
        | 'shelf-unreachable'
        | 'not-kept'
        | 'storage-full'
        | 'basket-full'
        | 'coupons-full'
        | 'nobody-has-a-pin'
        | 'overpaid';
      readonly at: number;
    };

/** Notices that say all with their name. */
export type PlainNotice = Exclude<
  Notice['kind'],
  | 'unknown-code'
  | 'goods-loading'
  | 'misread'
  | 'empty-label'
  | 'whole-packs'
  | 'expired'
  | 'serial-there'
  | 'removed'
  | 'voided-cash'
  | 'too-young'
  | 'one-piece'
  | 'no-price'
  | 'coupon-there'
  | 'coupon-used-up'
  | 'declined'
  | 'parked-elsewhere'
  | 'parked-nearby'
  | 'layaway-closed'
>;
