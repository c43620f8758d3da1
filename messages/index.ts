import type { MessageLocale } from '@/lib/core/locale';

import { domains } from './gathered';
import { mergeMessages, type MessageTree } from './merge';

type Intersection<U> = (U extends unknown ? (each: U) => void : never) extends (all: infer I) => void ? I : never;
type Files = (typeof domains)[keyof typeof domains]['en'];
type Said<F, Audience extends string> = F extends unknown ? F[keyof F & Audience] : never;

export type Messages = Intersection<Said<Files, 'ui' | 'page' | 'staff' | 'mail'>>;
export type Namespace = keyof Messages;

/** What components in the browser may say: the files `ui` and, on staff pages, `staff`. */
type BrowserMessages = Intersection<Said<Files, 'ui' | 'staff'>>;

/** Every sentence by language: the files of all domains and audiences together. For the server alone. */
export const messages: Record<MessageLocale, Messages> = { en: all('en'), 'zh-CN': all('zh-CN') };

function all(language: MessageLocale): Messages {
  return mergeMessages(Object.values(domains).flatMap((files) => Object.values(files[language]))) as Messages;
}

type DomainWith<Audience extends string> = {
  [D in keyof typeof domains]: (typeof domains)[D]['en'] extends Record<Audience, object> ? D : never;
}[keyof typeof domains];
export type UiDomain = DomainWith<'ui'>;

/** What components of these domains say in the browser. */
export function uiMessages(language: MessageLocale, names: readonly UiDomain[]): MessageTree {
  return mergeMessages(names.map((name) => domains[name][language].ui));
}

/** What components of staff pages say in the browser: all that members are told there, and what only staff are. */
export function staffMessages(language: MessageLocale): MessageTree {
  const files = Object.values(domains).map((each) => each[language] as { ui?: MessageTree; staff?: MessageTree });
  return mergeMessages(files.flatMap(({ ui = {}, staff = {} }) => [ui, staff]));
}

declare module 'use-intl' {
  interface AppConfig {
    Messages: BrowserMessages;
  }
}
