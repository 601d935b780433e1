import type { PromotionTerms } from '@/shared/http/shapes';
import { TermsSheet } from '../terms/TermsSheet';
import { PromotionDetails } from './PromotionDetails';
import { PromotionForm } from './PromotionForm';

/** One promotion beside the others. */
export const PromotionSheet = ({ id }: { id: string }) => (
  <TermsSheet<PromotionTerms>
    noun="promotions"
    id={id}
    details={(promotion) => <PromotionDetails promotion={promotion} />}
    form={(keeping) => <PromotionForm {...keeping} />}
  />
);
