import type { ReactNode } from 'react';

import { isLocale, messageLocale, type Locale } from '@/lib/core/locale';
import { menuMessages, uiMessages, type UiDomain } from '@/messages';

import { Speak } from './speak';

type WordsProps = { locale: Locale; of: readonly UiDomain[]; children: ReactNode };
type LayoutProps = { children: ReactNode; params: Promise<{ locale: string }> };

/** Sends the browser the sentences that components of these domains say there, in the one language that is read. */
export function Words({ locale, of, children }: WordsProps) {
  const language = messageLocale(locale);
  return (
    <Speak language={language} words={uiMessages(language, of)}>
      {children}
    </Speak>
  );
}

/** The sentences of every page: those that belong to no domain, and those of the menus. */
export function SharedWords({ locale, children }: Omit<WordsProps, 'of'>) {
  const language = messageLocale(locale);
  return (
    <Words locale={locale} of={['core']}>
      <Speak language={language} words={menuMessages(language)}>
        {children}
      </Speak>
    </Words>
  );
}

/** A layout for pages whose components in the browser are of these domains. */
export function speaking(...of: UiDomain[]) {
  return async function WordsLayout({ children, params }: LayoutProps) {
    const { locale } = await params;
    if (!isLocale(locale)) return children;
    return (
      <Words locale={locale} of={of}>
        {children}
      </Words>
    );
  };
}
