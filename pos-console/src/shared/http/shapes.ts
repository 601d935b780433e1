import type { SaleDocument } from '@/domain/sale';

/** Answers of the suite's services, with the fields that the console uses. */
export interface Address {
  readonly street?: string | null;
  readonly postalCode?: string | null;
  readonly city?: string | null;
  readonly country?: string | null;
}

export interface Store {
  readonly id: string;
  readonly name: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly country: string;
  readonly businessDayStartsAt: string;
  readonly address?: Address | null;
  readonly taxNumber?: string | null;
}

export interface Till {
  readonly id: string;
  readonly storeId: string;
  readonly name: string;
  readonly receiptPrefix: string;
}

export interface PriceBookItem {
  readonly productId: string;
  readonly sku: string;
  readonly name: string;
  readonly unit: 'PIECE' | 'KG' | 'LITRE' | 'METRE';
  readonly price: string | null;
  readonly currency: string | null;
  readonly taxCategory: string;
  readonly taxRate: string | null;
  readonly barcodes: readonly { readonly code: string; readonly quantity: string }[];
  readonly categoryId: string | null;
  readonly category: string | null;
  readonly ageLimit: number | null;
  readonly stockTracked: boolean;
  readonly active: boolean;
  readonly version: number;
}

export interface PriceBookPage {
  readonly version: number;
  readonly items: readonly PriceBookItem[];
  readonly nextCursor: string | null;
}

export interface SaleHead {
  readonly id: string;
  readonly storeId: string;
  readonly tillId: string;
  readonly receiptNumber: number;
  readonly occurredAt: string;
  readonly businessDate: string;
  readonly documentType: 'SALE' | 'RETURN' | 'EXCHANGE';
  readonly currency: string;
  readonly total: string;
  readonly cashier?: string | null;
  readonly cashierName?: string | null;
  readonly lines: number;
  readonly anomalies: number;
}

export interface StoredSale extends SaleDocument {
  readonly id: string;
  readonly cashier: string | null;
  readonly cashierName?: string | null;
  readonly recordedAt: string;
  readonly documentType: 'SALE' | 'RETURN' | 'EXCHANGE';
  readonly anomalies: readonly { readonly kind: string; readonly lineNo: number; readonly detail: string }[];
}

export interface ClosingAnswer {
  readonly expectedCash: string;
  readonly countedCash: string;
  readonly difference: string;
  readonly sales?: unknown;
  readonly returns?: unknown;
}

export interface Payment {
  readonly id: string;
  readonly status: 'CAPTURED' | 'DECLINED' | 'PENDING' | 'VOIDING' | 'VOIDED';
  readonly reason?: string | null;
  readonly authorizationCode?: string | null;
  readonly maskedCard?: string | null;
}

export interface Refund {
  readonly id: string;
  readonly status: 'REFUNDED' | 'REFUSED' | 'PENDING';
  readonly reason?: string | null;
}

export interface Customer {
  readonly id: string;
  readonly name: string;
  readonly email?: string | null;
  readonly phone?: string | null;
}

export interface TakingsRow {
  readonly key: string;
  readonly label: string | null;
  readonly sales: number;
  readonly returns: number;
  readonly units: string;
  readonly gross: string;
  readonly net: string;
  readonly tax: string;
}

export interface Takings {
  readonly items: readonly TakingsRow[];
  readonly total: Omit<TakingsRow, 'key' | 'label'>;
  readonly completeTo: string | null;
}

export interface StockLevel {
  readonly locationId: string;
  readonly productId: string;
  readonly sku: string;
  readonly name: string | null;
  readonly onHand: string;
  readonly reserved: string;
  readonly available: string;
  readonly updatedAt: string;
}
