import { Plus, Trash2 } from 'lucide-react';
import { APPROVAL_ACTIONS, type ApprovalAction } from '@/domain/approval/approval';
import { useWords } from '@/shared/i18n';
import { Button, Choice, Field, IconButton } from '@/shared/ui/controls';
import type { DraftPart } from '../forms/use-draft-form';
import { usePlace } from '../place';
import styles from './approvals.module.css';
import {
  LEVELS,
  unitsOf,
  withNewRule,
  type Level,
  type PolicyDraft,
  type RuleDraft,
  type Unit,
} from './policy-draft';

/** The sentences of a policy, one a row: what, beyond which size, who alone, who approves. */
export function RuleRows({ form }: { form: DraftPart<PolicyDraft> }) {
  const { t } = useWords();
  const { draft, change } = form;
  const replace = (key: number, values: Partial<RuleDraft>) =>
    change({ rules: draft.rules.map((rule) => (rule.key === key ? { ...rule, ...values } : rule)) });
  return (
    <fieldset className={styles.rules}>
      <legend>{t('approvals.rules')}</legend>
      {draft.rules.length === 0 && <p>{t('approvals.noRules')}</p>}
      <ul>
        {draft.rules.map((rule, at) => (
          <li key={rule.key} className={styles.rule}>
            <RuleFields
              rule={rule}
              error={form.errorAt(`/rules/${at}`)}
              change={(values) => replace(rule.key, values)}
            />
            <IconButton
              label={t('approvals.removeRule', { what: t(`approvals.action.${rule.action}`) })}
              onClick={() => change({ rules: draft.rules.filter(({ key }) => key !== rule.key) })}
            >
              <Trash2 size={20} aria-hidden="true" />
            </IconButton>
          </li>
        ))}
      </ul>
      <Button onClick={() => change({ rules: withNewRule(draft) })}>
        <Plus size={20} aria-hidden="true" />
        {t('approvals.addRule')}
      </Button>
    </fieldset>
  );
}

function RuleFields({
  rule,
  error,
  change,
}: {
  rule: RuleDraft;
  error: string | undefined;
  change: (values: Partial<RuleDraft>) => void;
}) {
  const { t } = useWords();
  const { store } = usePlace();
  const chooseAction = (action: ApprovalAction) => {
    const units = unitsOf(action);
    change({ action, unit: units.includes(rule.unit) ? rule.unit : (units[0] ?? 'always') });
  };
  return (
    <>
      <Choice
        label={t('approvals.what')}
        value={rule.action}
        options={APPROVAL_ACTIONS.map((value) => ({ value, text: t(`approvals.action.${value}`) }))}
        onChange={(event) => chooseAction(event.target.value as ApprovalAction)}
      />
      <Choice
        label={t('approvals.when')}
        value={rule.unit}
        options={unitsOf(rule.action).map((value) => ({
          value,
          text: t(`approvals.unit.${value}`, { currency: store.currency }),
        }))}
        onChange={(event) => change({ unit: event.target.value as Unit })}
      />
      {rule.unit === 'always' ? (
        <span />
      ) : (
        <Field
          label={t('approvals.above')}
          inputMode="decimal"
          autoComplete="off"
          value={rule.above}
          error={error}
          onChange={(event) => change({ above: event.target.value })}
        />
      )}
      <Choice
        label={t('approvals.alone')}
        value={rule.alone}
        options={[
          ...LEVELS.slice(1).map((value) => ({ value, text: t(`approvals.from.${value}`) })),
          { value: 'nobody', text: t('approvals.from.nobody') },
        ]}
        onChange={(event) => change({ alone: event.target.value as RuleDraft['alone'] })}
      />
      <Choice
        label={t('approvals.approver')}
        value={rule.approver}
        options={LEVELS.slice(1).map((value) => ({ value, text: t(`approvals.from.${value}`) }))}
        onChange={(event) => change({ approver: event.target.value as Level })}
      />
    </>
  );
}
