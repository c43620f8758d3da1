'use client';

import { IntlProvider } from 'use-intl';

import en from '@/messages/en';

/** English for the client components below; a file of its own so that readers load one language only. */
export function EnglishMessages({ children }: { children: React.ReactNode }) {
  return (
    <IntlProvider locale="en" messages={en} timeZone="UTC">
      {children}
    </IntlProvider>
  );
}
