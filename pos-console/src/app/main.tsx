import '@/shared/ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startLanguage } from '@/shared/i18n';
import { database } from '@/offline/database';
import { App } from './App';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no root');

// On a till both are needed first: they are on their way while the words are loaded.
void database.open().catch(() => undefined);
if (window.location.pathname.startsWith('/till'))
  void import('@/features/till/TillPage').catch(() => undefined);

void startLanguage().then(() =>
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  ),
);
