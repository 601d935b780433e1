import type { ForeignRate } from '@/domain/foreign-cash';
import type { SaleDocument } from '@/domain/sale';
import type { components as Billing } from './generated/billing-service';
import type { components as Catalog } from './generated/catalog-service';
import type { components as Customers } from './generated/customer-service';
import type { components as Inventory } from './generated/inventory-service';
import type { components as Orders } from './generated/order-service';
import type { components as Payments } from './generated/payment-service';

/** Answers of the suite's services, as their committed contracts describe them. */
export type Address = Orders['schemas']['Address'];
/** How a store is taxed its tills learn from the price book. */
export type Store = Omit<
  Orders['schemas']['StoreView'],
  'version' | 'region' | 'pricesIncludeTax' | 'cashDifferenceLimit' | 'asksForTips' | 'foreignCash'
> & {
  readonly cashDifferenceLimit?: string | null;
  readonly asksForTips?: boolean | null;
  readonly foreignCash?: readonly ForeignRate[] | null;
};
/** Everything about a store, as its manager changes it. */
export type StoreView = Orders['schemas']['StoreView'];
/** A device may have kept it before tills had several drawers. */
export type Till = Omit<Orders['schemas']['TillView'], 'version' | 'drawers'> & { readonly drawers?: number };
export type SessionReport = Orders['schemas']['SessionReport'];
export type TillSession = Orders['schemas']['TillSessionView'];
export type LiveTill = Orders['schemas']['LiveTill'];
export type Device = Orders['schemas']['Device'];
export type NewCode = Orders['schemas']['NewCode'];
export type EnrolmentRule = Orders['schemas']['EnrolmentRule'];
export type ShopTask = Orders['schemas']['ShopTask'];
export type FinishedTask = Orders['schemas']['FinishedTask'];
export type FinishTask = Orders['schemas']['FinishTask'];
export type BatchAnswer = Orders['schemas']['BatchAnswer'];
export type Salvage = Orders['schemas']['Salvage'];
export type JournalState = Orders['schemas']['JournalState'];
export type DailyRoot = Orders['schemas']['DailyRoot'];
export type LastReceipt = Orders['schemas']['ReceiptSeriesLastReceipt'];
export type PriceBookItem = Catalog['schemas']['PriceBookEntry'];
export type PriceBookPage = Catalog['schemas']['PriceBook'];
export type Promotion = Catalog['schemas']['Promotion'];
export type PromotionTerms = Catalog['schemas']['PromotionTerms'];
export type PriceList = Catalog['schemas']['PriceList'];
export type PriceListTerms = Catalog['schemas']['PriceListTerms'];
export type ListedPrice = Catalog['schemas']['PricesOfListListedPrice'];
export type Price = Catalog['schemas']['Price'];
export type SetPrice = Catalog['schemas']['SetPriceRequest'];
export type ChangeSet = Catalog['schemas']['ChangeSet'];
export type ChangeSetHead = Catalog['schemas']['ChangeSetHead'];
export type ChangeSetTerms = Catalog['schemas']['ChangeSetTerms'];
export type ChangeSetLine = Catalog['schemas']['ChangeSetLine'];
export type ChangePreview = Catalog['schemas']['ChangePreview'];
export type ForecastLine = Catalog['schemas']['ForecastLine'];
export type Category = Catalog['schemas']['Category'];
export type CatalogProduct = Catalog['schemas']['ProductView'];
export type ProductChange = Catalog['schemas']['ProductChange'];
export type ProductFacts = Catalog['schemas']['ProductFacts'];
export type ProductFamily = Catalog['schemas']['ProductFamily'];
export type ScanLayout = Catalog['schemas']['ScanLayout'];
export type LayoutFacts = Catalog['schemas']['LayoutFacts'];
export type ProductImage = Catalog['schemas']['ProductImage'];
export type SaleHead = Orders['schemas']['SaleHead'];
export type TenderOfSale = Orders['schemas']['RefundableTender'];
export type StoredSale = SaleDocument &
  Pick<
    Orders['schemas']['StoredSale'],
    'id' | 'cashier' | 'cashierName' | 'recordedAt' | 'documentType' | 'anomalies' | 'signed'
  >;
export type ApprovalPolicy = Orders['schemas']['ApprovalPolicy'];
export type ApprovalTerms = Orders['schemas']['ApprovalTerms'];
export type ApprovalRequest = Orders['schemas']['ApprovalRequest'];
export type ApprovalQuestion = Orders['schemas']['ApprovalQuestion'];
export type ApprovalRow = Orders['schemas']['ApprovalRow'];
export type Rehearsal = Orders['schemas']['Rehearsal'];
export type StaffMember = Orders['schemas']['StaffMember'];
export type CouponStanding = Orders['schemas']['CouponStanding'];
export type PriceCheck = Orders['schemas']['PriceCheckView'];
export type ClosingAnswer = Orders['schemas']['TillClosing'];
export type Payment = Pick<Payments['schemas']['PaymentView'], 'id' | 'status' | 'reason' | 'maskedCard'>;
export type Refund = Pick<Payments['schemas']['PaymentViewRefundView'], 'id' | 'status' | 'reason'>;
export type Customer = Pick<
  Customers['schemas']['CustomerView'],
  'id' | 'name' | 'email' | 'phone' | 'groupCode' | 'taxExemption'
>;
export type ReceiptMailRequest = Billing['schemas']['ReceiptMailRequest'];
export type ReceiptMailAnswer = Billing['schemas']['ReceiptMail'];
export type CustomerGroup = Customers['schemas']['CustomerGroup'];
export type Takings = Orders['schemas']['Takings'];
export type TakingsRow = Orders['schemas']['TakingsGroup'];
export type StockLevel = Inventory['schemas']['StockLevel'];

/** What the till sends is what order-service takes: this line does not compile when they part. */
export type SentSale = SaleDocument extends Orders['schemas']['SaleDocument'] ? SaleDocument : never;
