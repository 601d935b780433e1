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
  readonly direction: 'ltr' | 'rtl';
}

export async function receiptLanguage(country: string): Promise<ReceiptLanguage> {
  const language = BY_COUNTRY[country] ?? 'en';
  const { words } = await loaders[language]();
  return { words, format: formatsIn(`${language}-${country}`), direction: language === 'ar' ? 'rtl' : 'ltr' };
}
