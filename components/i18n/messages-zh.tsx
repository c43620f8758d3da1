'use client';

import { IntlProvider } from 'use-intl';

import type { Messages } from '@/messages';
import zh from '@/messages/zh-CN';

/** Chinese for the client components below; a file of its own so that readers load one language only. */
export function ChineseMessages({ children }: { children: React.ReactNode }) {
  return (
    <IntlProvider locale="zh-CN" messages={zh as unknown as Messages} timeZone="UTC">
      {children}
    </IntlProvider>
  );
}
