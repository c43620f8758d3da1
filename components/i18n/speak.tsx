'use client';

import { createContext, use, useMemo, type ReactNode } from 'react';
import { IntlProvider } from 'use-intl';

import type { MessageLocale } from '@/lib/core/locale';
import { mergeMessages } from '@/messages/merge';

const SpokenContext = createContext<object>({});

type Props = { language: MessageLocale; words: object; children: ReactNode };

/** Adds sentences to those that the components below may say already. */
export function Speak({ language, words, children }: Props) {
  const above = use(SpokenContext);
  const spoken = useMemo(() => mergeMessages([above, words]), [above, words]);
  return (
    <SpeakOnly language={language} words={spoken}>
      {children}
    </SpeakOnly>
  );
}

/** Lets the components below say these sentences and no others. */
export function SpeakOnly({ language, words, children }: Props) {
  return (
    <SpokenContext value={words}>
      <IntlProvider locale={language} messages={words as never} timeZone="UTC">
        {children}
      </IntlProvider>
    </SpokenContext>
  );
}
