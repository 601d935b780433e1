import { useQuery } from '@tanstack/react-query';
import { getAll } from '@/shared/http/api';
import type { ProductFamily } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { Choice, FieldError } from '@/shared/ui/controls';
import { FailureState } from '@/shared/ui/states';
import styles from '../forms/forms.module.css';
import type { DraftPart } from '../forms/use-draft-form';
import type { ProductDraft } from './product-draft';

export const useFamilies = () =>
  useQuery({
    queryKey: ['product-families'],
    queryFn: () => getAll<ProductFamily>('/api/product-families?limit=500'),
  });

/** Which family a product is a variant of, and which of its values it has. */
export function ProductOptions({ draft: { familyId, options }, change, errorAt }: DraftPart<ProductDraft>) {
  const { t } = useWords();
  const families = useFamilies();
  const family = families.data?.find(({ id }) => id === familyId);
  const error = errorAt('/options') ?? errorAt('/familyId');
  if (families.error) return <FailureState failure={families.error} />;
  if (families.data?.length === 0) return null;
  return (
    <fieldset className={styles.group}>
      <legend>{t('product.options')}</legend>
      <Choice
        label={t('product.familyId')}
        value={familyId}
        options={[
          { value: '', text: t('product.noFamily') },
          ...(families.data ?? []).map(({ id, name }) => ({ value: id, text: name })),
        ]}
        onChange={(event) => change({ familyId: event.target.value, options: {} })}
      />
      {family && (
        <div className={styles.pair}>
          {family.options.map(({ name, values }) => (
            <Choice
              key={name}
              label={name}
              value={options[name] ?? ''}
              options={[
                { value: '', text: t('product.chooseValue') },
                ...values.map((value) => ({ value, text: value })),
              ]}
              onChange={(event) => change({ options: { ...options, [name]: event.target.value } })}
            />
          ))}
        </div>
      )}
      {error && <FieldError>{error}</FieldError>}
    </fieldset>
  );
}
