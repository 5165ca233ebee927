/** Starts the verifier page: one file, opened from wherever it lies, that asks no network for anything. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import * as z from 'zod/mini';
import '../look/base.css';
import './faces.css';
import { KeyBoundary } from '../parts/keys.tsx';
import { VerifierPage } from './VerifierPage.tsx';
import { words } from './words.ts';

// The page forbids code that is made while it runs; the reader of shapes must not even try.
z.config({ jitless: true });

const place = document.getElementById('root');
if (place === null) throw new Error('broken invariant: the page has no place for the verifier');
createRoot(place).render(
  <StrictMode>
    <I18nextProvider i18n={words}>
      <KeyBoundary>
        <VerifierPage />
      </KeyBoundary>
    </I18nextProvider>
  </StrictMode>,
);
