import { CalendarClock, CircleCheck, PencilLine, Undo2 } from 'lucide-react';
import type { ChangeSetHead } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import terms from '../terms/terms.module.css';

const ICONS = { DRAFT: PencilLine, SCHEDULED: CalendarClock, APPLIED: CircleCheck, REVERTED: Undo2 };
const LOOKS = { DRAFT: 'ENDED', SCHEDULED: 'SCHEDULED', APPLIED: 'RUNNING', REVERTED: 'OVER' };

export function ChangeSetStateMark({ state }: { state: ChangeSetHead['state'] }) {
  const { t } = useWords();
  const Icon = ICONS[state];
  return (
    <span className={terms.state} data-state={LOOKS[state]}>
      <Icon size={16} aria-hidden="true" /> {t(`changeSets.state.${state}`)}
    </span>
  );
}
