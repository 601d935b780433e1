import { Component, type ReactNode } from 'react';
import { useWords } from '@/shared/i18n';
import { Button } from '@/shared/ui/controls';
import { EmptyState } from '@/shared/ui/states';

/** Catches what a view threw and says that nothing sold is lost. */
export class CrashScreen extends Component<{ children: ReactNode }, { crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError() {
    return { crashed: true };
  }

  override render() {
    return this.state.crashed ? <Crashed /> : this.props.children;
  }
}

function Crashed() {
  const { t } = useWords();
  return (
    <main role="alert">
      <EmptyState title={t('app.crashed')}>
        <p>{t('app.crashedHelp')}</p>
        <Button look="primary" onClick={() => window.location.reload()}>
          {t('app.reload')}
        </Button>
      </EmptyState>
    </main>
  );
}
