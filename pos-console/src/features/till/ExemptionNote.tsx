import { isExempt, type TaxExemption } from '@/domain/tax-exemption';
import { useWords } from '@/shared/i18n';
import { Note } from '@/shared/ui/states';
import { useTill } from './till-context';

/** Says of the attached customer whether their certificate spares them the tax today. */
export function ExemptionNote({ exemption }: { exemption: TaxExemption }) {
  const { state } = useTill();
  const { t, format } = useWords();
  const { certificate, validUntil } = exemption;
  const words = { certificate, date: validUntil ? format.date(validUntil) : '' };
  const holds = isExempt(exemption, state.offering.at);
  return (
    <Note tone={holds ? 'info' : 'warn'} live>
      {t(!holds ? 'exempt.ended' : validUntil ? 'exempt.until' : 'exempt.always', words)}
    </Note>
  );
}
