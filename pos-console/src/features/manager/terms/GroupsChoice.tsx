import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { getAll } from '@/shared/http/api';
import type { CustomerGroup } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { Button, Field, FieldError } from '@/shared/ui/controls';
import styles from '../forms/forms.module.css';

/** For which groups of customers something is; none chosen: for everybody. A group that nobody is in yet is typed in. */
export function GroupsChoice({
  chosen,
  error,
  change,
}: {
  chosen: readonly string[];
  error: string | undefined;
  change: (chosen: readonly string[]) => void;
}) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const known = useQuery({
    queryKey: ['customer-groups'],
    queryFn: () => getAll<CustomerGroup>('/api/customer-groups'),
  });
  const counts = new Map((known.data ?? []).map(({ code, customers }) => [code, customers]));
  const shown = [...new Set([...counts.keys(), ...chosen])];
  const add = () => {
    const code = typed.trim();
    if (code !== '' && !chosen.includes(code)) change([...chosen, code]);
    setTyped('');
  };
  return (
    <fieldset className={styles.group}>
      <legend>{t('promotions.groups')}</legend>
      <div className={styles.row}>
        {shown.map((code) => (
          <label key={code} className={styles.check}>
            <input
              type="checkbox"
              checked={chosen.includes(code)}
              onChange={(event) =>
                change(event.target.checked ? [...chosen, code] : chosen.filter((other) => other !== code))
              }
            />
            {counts.has(code) ? t('groups.of', { code, count: counts.get(code) ?? 0 }) : code}
          </label>
        ))}
      </div>
      {chosen.length === 0 && <p>{t('groups.everybody')}</p>}
      {known.error !== null && <p>{t('groups.notKnown')}</p>}
      <div className={styles.pair}>
        <Field
          label={t('groups.other')}
          autoComplete="off"
          autoCapitalize="characters"
          maxLength={40}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            add();
          }}
        />
        <Button className={styles.below} disabled={typed.trim() === ''} onClick={add}>
          {t('groups.add')}
        </Button>
      </div>
      {error && <FieldError>{error}</FieldError>}
    </fieldset>
  );
}
