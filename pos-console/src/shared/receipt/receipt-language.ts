import { formatsIn, type Formats } from '../format';
import type { ReceiptWords } from './words/words';

const loaders = {
  en: () => import('./words/en'),
  de: () => import('./words/de'),
  fr: () => import('./words/fr'),
  es: () => import('./words/es'),
  ar: () => import('./words/ar'),
} as const;

type Language = keyof typeof loaders;

const BY_COUNTRY: Readonly<Record<string, Language>> = {
  ...{ DE: 'de', AT: 'de', CH: 'de', LI: 'de', LU: 'fr', FR: 'fr', BE: 'fr', MC: 'fr' },
  ...{ ES: 'es', MX: 'es', AR: 'es', CL: 'es', CO: 'es', PE: 'es' },
  ...{ AE: 'ar', SA: 'ar', EG: 'ar', JO: 'ar', KW: 'ar', QA: 'ar', BH: 'ar', OM: 'ar', LB: 'ar', MA: 'ar' },
};

/** How a store's receipts speak and write numbers, whoever is at the till. */
export interface ReceiptLanguage {
  readonly words: ReceiptWords;
  readonly format: Formats;
  /** BCP 47. */
  readonly tag: string;
  readonly direction: 'ltr' | 'rtl';
  /** Keeps names and figures of the other direction from mixing with what stands beside them. */
  readonly apart: (text: string) => string;
}

export async function receiptLanguage(country: string): Promise<ReceiptLanguage> {
  const language = BY_COUNTRY[country] ?? 'en';
  const { words } = await loaders[language]();
  const tag = `${language}-${country}`;
  const format = formatsIn(tag);
  return language === 'ar'
    ? { words, format, tag, direction: 'rtl', apart: (text) => `\u2068${text}\u2069` }
    : { words, format, tag, direction: 'ltr', apart: (text) => text };
}
