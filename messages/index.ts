import type { MessageLocale } from '@/lib/core/locale';

import { compileMessages, type CompiledTree } from './compile';
import { domains } from './gathered';
import { mergeMessages, type MessageTree } from './merge';

type Intersection<U> = (U extends unknown ? (each: U) => void : never) extends (all: infer I) => void ? I : never;
type Files = (typeof domains)[keyof typeof domains]['en'];
type Said<F, Audience extends string> = F extends unknown ? F[keyof F & Audience] : never;

export type Messages = Intersection<Said<Files, 'ui' | 'menu' | 'page' | 'staff' | 'mail'>>;
export type Namespace = keyof Messages;

/** What components in the browser may say: the files `menu` and `ui` and, on staff pages, `staff`. */
type BrowserMessages = Intersection<Said<Files, 'menu' | 'ui' | 'staff'>>;

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
export function uiMessages(language: MessageLocale, names: readonly UiDomain[]): CompiledTree {
  return mergeMessages(names.map((name) => compiled(domains[name][language].ui)));
}

/** What the menus of every page say in the browser, of all domains. */
export function menuMessages(language: MessageLocale): CompiledTree {
  const files = Object.values(domains).map((each) => each[language] as { menu?: MessageTree });
  return mergeMessages(files.map(({ menu = {} }) => compiled(menu)));
}

const done = new WeakMap<object, CompiledTree>();

function compiled(file: MessageTree): CompiledTree {
  const known = done.get(file) ?? compileMessages(file);
  done.set(file, known);
  return known;
}

declare module 'use-intl' {
  interface AppConfig {
    Messages: BrowserMessages;
  }
}
