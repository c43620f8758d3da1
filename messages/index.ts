import type { MessageLocale } from '@/lib/core/locale';

import en from './en';
import zhCN from './zh-CN';

export type Messages = typeof en;
export type Namespace = keyof Messages;

/** Every sentence of the interface, by language and domain. */
export const messages: Record<MessageLocale, Messages> = { en, 'zh-CN': zhCN as unknown as Messages };

declare module 'use-intl' {
  interface AppConfig {
    Messages: Messages;
  }
}
