import type { PriceListTerms } from '@/shared/http/shapes';
import { TermsSheet } from '../terms/TermsSheet';
import { PriceListDetails } from './PriceListDetails';
import { PriceListForm } from './PriceListForm';

/** One price list beside the others. */
export const PriceListSheet = ({ id }: { id: string }) => (
  <TermsSheet<PriceListTerms>
    noun="priceLists"
    id={id}
    details={(list) => <PriceListDetails list={list} />}
    form={(keeping) => <PriceListForm {...keeping} />}
  />
);
