import '@/shared/ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startLanguage } from '@/shared/i18n';
import { App } from './App';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no root');

// Asked for once; without it the browser may clear unsent sales when the disk is nearly full.
void navigator.storage.persist();

void startLanguage().then(() =>
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  ),
);
