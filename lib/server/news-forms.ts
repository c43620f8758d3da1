import type { Locale } from '@/lib/core/locale';
import english from '@/messages/en/news.page.json';
import chinese from '@/messages/zh-CN/news.page.json';

import { escaped } from './closed-page';

/** The words of the forms and pages about news. */
export const newsWords = { en: english.newsPage, zh: chinese.newsPage } as const;

/** The field that people do not see and programs fill in. */
export const trapField = 'website';

/** The form that asks for news, for the closed page. */
export function askForm(locale: Locale): string {
  const t = newsWords[locale];
  return `<form method="post" action="/${locale}/news"><label for="email">${escaped(t.label)}</label><div><input id="email" name="email" type="email" autocomplete="email" maxlength="254" required aria-describedby="agreed"><input name="${trapField}" autocomplete="off" tabindex="-1" aria-hidden="true" hidden><button>${escaped(t.button)}</button></div><p id="agreed">${escaped(t.wording)}</p></form>`;
}

/** The one button of a mailed link: what only asks for a link, as programs that look into mails do, changes nothing. */
export function linkForm(address: string, button: string): string {
  return `<form method="post" action="${escaped(address)}"><div style="justify-content:center"><button>${escaped(button)}</button></div></form>`;
}
