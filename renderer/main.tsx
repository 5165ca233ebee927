/** Starts the window: the rooms, or the wall where the address says so. */
import '@fontsource/ibm-plex-mono/400.css';
import '@fontsource/ibm-plex-mono/500.css';
import '@fontsource-variable/ibm-plex-sans/wdth.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { App } from './frame/App.tsx';
import { words } from './i18n/i18n.ts';
import './look/base.css';
import './look/print.css';
import { refuseForeign } from './office/foreign.ts';
import { followChanges, queries } from './office/use-view.ts';
import { KeyBoundary, listenForKeys } from './parts/keys.tsx';
import { Wall } from './wall/Wall.tsx';

const place = document.getElementById('root');
if (place === null) throw new Error('broken invariant: the page has no place for the app');
listenForKeys();
followChanges();
refuseForeign();
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <I18nextProvider i18n={words}>
        <Router hook={useHashLocation}>
          <KeyBoundary>{location.search === '?wall' ? <Wall /> : <App />}</KeyBoundary>
        </Router>
      </I18nextProvider>
    </QueryClientProvider>
  </StrictMode>,
);
