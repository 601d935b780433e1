import { useEffect, useState } from 'react';
import type { SentenceTemplates } from '@/domain/pricing/sentences';
import { useWords } from '@/shared/i18n';
import { priceSentences } from '@/shared/i18n/price-sentences';

/** The words of the cashier's language for the kernel's decisions; null while they are loaded. */
export function useSentences(): SentenceTemplates | { readonly failure: unknown } | null {
  const { language } = useWords();
  const [loaded, setLoaded] = useState<SentenceTemplates | { readonly failure: unknown } | null>(null);
  useEffect(() => {
    let outdated = false;
    priceSentences(language).then(
      (templates) => {
        if (!outdated) setLoaded(templates);
      },
      (failure: unknown) => {
        if (!outdated) setLoaded({ failure });
      },
    );
    return () => {
      outdated = true;
    };
  }, [language]);
  return loaded;
}
