import type { SentenceTemplates } from '@/domain/pricing/sentences';

const LANGUAGES: Readonly<Record<string, () => Promise<{ default: SentenceTemplates }>>> = {
  en: () => import('../../../../contracts/pricing/sentences.en.json'),
  de: () => import('../../../../contracts/pricing/sentences.de.json'),
  fr: () => import('../../../../contracts/pricing/sentences.fr.json'),
  es: () => import('../../../../contracts/pricing/sentences.es.json'),
  ar: () => import('../../../../contracts/pricing/sentences.ar.json'),
};

/** The words for why a price is what it is, the same that the server uses; loaded when they are asked for. */
export async function priceSentences(language: string): Promise<SentenceTemplates> {
  const load = LANGUAGES[language.slice(0, 2)] ?? LANGUAGES['en'];
  if (!load) throw new RangeError('there is no language to fall back to');
  return (await load()).default;
}
