import { useMutation } from '@tanstack/react-query';
import { FileDown } from 'lucide-react';
import { getText, query } from '@/shared/http/api';
import { useWords } from '@/shared/i18n';
import { Button } from '@/shared/ui/controls';
import { FailureState } from '@/shared/ui/states';
import { download } from './csv';
import { usePlace } from './place';

const LIMIT_MS = 180_000;

/** Hands out the whole catalog as a file that the import takes back; formulas come harmless from the server. */
export function ProductExport() {
  const { t } = useWords();
  const { currency } = usePlace().store;
  const file = useMutation({
    mutationFn: () =>
      getText(`/api/product-exports${query({ currency })}`, 'text/csv', { timeoutMs: LIMIT_MS }),
    onSuccess: (text) => download('products.csv', text, 'text/csv'),
  });
  return (
    <>
      <Button disabled={file.isPending} onClick={() => file.mutate()}>
        <FileDown size={18} aria-hidden="true" />
        {t('products.export')}
      </Button>
      {file.isError && <FailureState failure={file.error} retry={() => file.mutate()} />}
    </>
  );
}
