import { Tags } from 'lucide-react';
import type { PriceListTerms } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { useStoreNames } from '../place';
import { TermsPage, useShown } from '../terms/TermsPage';
import { periodInWords, whereItHolds } from '../terms/words';
import { PriceListSheet } from './PriceListSheet';
import { usePriceLists } from './use-price-lists';

const foundBy = ({ name, customerGroups }: PriceListTerms) => [name, ...customerGroups];

/** The shop's price lists. */
export default function PriceListsPage() {
  const { t, format } = useWords();
  const lists = usePriceLists();
  const storeName = useStoreNames();
  const telling = { t, format };
  return (
    <TermsPage
      noun="priceLists"
      loaded={lists}
      shown={useShown(lists.data, foundBy)}
      icon={<Tags size={32} aria-hidden="true" />}
      does={({ customerGroups }) =>
        customerGroups.length === 0
          ? t('priceLists.forAll')
          : t('priceLists.for', { groups: format.list(customerGroups) })
      }
      columns={[
        {
          head: t('promotions.when'),
          cell: (terms) => periodInWords(terms, telling) || t('promotions.always'),
        },
        { head: t('promotions.where'), cell: (terms) => whereItHolds(terms, storeName, telling) },
        { head: t('promotions.priority'), cell: ({ priority }) => format.number(priority), number: true },
      ]}
      sheet={(id) => <PriceListSheet key={id} id={id} />}
    />
  );
}
