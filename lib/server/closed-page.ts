import { brandTokens, type Theme } from '@/lib/core/brand-colours';
import type { Brand } from '@/lib/core/brand';
import type { Locale } from '@/lib/core/locale';
import { lawSlug } from '@/lib/pages/choices/kinds';
import english from '@/messages/en/brand.page.json';
import chinese from '@/messages/zh-CN/brand.page.json';

import type { LawWhileClosed } from './closed-law';

// As they stand in the files: what translates sentences is not loaded on the thread that answers claims.
const words = { en: english.closed, zh: chinese.closed } as const;

// The colours and shapes of tokens.css, which the page cannot wait for.
const style = `:root{color-scheme:light dark;--paper:light-dark(#faf6ed,#16120d);--ink:light-dark(#231c13,#f4ecdd);--muted:light-dark(#655a49,#b9ad99);--line:light-dark(#8f8370,#83796a);--accent-ink:light-dark(#825407,#eec06a)}
body{margin:0;display:flex;flex-direction:column;min-height:100vh;box-sizing:border-box;padding:1.5rem;background:var(--paper);color:var(--ink);font:1.125rem/1.6 system-ui,"PingFang SC","Noto Sans SC",sans-serif}
main{margin:auto;max-width:32rem;text-align:center;overflow-wrap:anywhere}svg,img{display:block;width:4.5rem;height:4.5rem;object-fit:contain;margin:0 auto 1.25rem;color:var(--accent-ink)}
h1{margin:0;font-size:2rem;line-height:1.25}p{margin:.75rem 0 0;color:var(--muted)}
form{margin:2rem auto 0;max-width:26rem}label{display:block;text-align:start;font-size:1rem;margin-bottom:.25rem}form div{display:flex;flex-wrap:wrap;gap:.5rem}form p{font-size:.9375rem;text-align:start}
input,button{font:inherit;min-height:2.75rem;box-sizing:border-box;border-radius:.625rem;padding:.25rem 1rem}input{flex:1 1 12rem;min-width:0;border:1px solid var(--line);background:transparent;color:inherit}button{border:0;background:var(--ink);color:var(--paper);cursor:pointer}[hidden],.dark{display:none}@media(prefers-color-scheme:dark){.light{display:none}.dark{display:block}}
footer{display:flex;flex-wrap:wrap;justify-content:center;gap:.25rem 1.5rem;font-size:1rem}a{display:inline-flex;align-items:center;min-height:2.75rem;color:var(--accent-ink)}`;

/** The page that guests read while the site is closed: name and mark of the brand, the line of its staff, a form, the way in for staff. */
export function closedPage(
  locale: Locale,
  brand: Brand,
  line: string,
  { form = '', law = [] }: { form?: string; law?: readonly LawWhileClosed[] } = {},
): string {
  const t = words[locale];
  const other = locale === 'en' ? 'zh' : 'en';
  return brandPage(locale, brand, {
    title: brand.name[locale],
    lead: line || t.line,
    form,
    links: [
      [`/${locale}/sign-in`, t.signIn],
      ...law.map((kind): [string, string] => [`/${locale}/pages/${lawSlug(kind)}`, t.law[kind]]),
      [`/${other}`, t.other, other],
    ],
  });
}

/** What a page of a few words says. The words are text; `form` is markup that is made here alone. */
type Said = {
  title: string;
  lead: string;
  form?: string;
  links: readonly [href: string, words: string, locale?: Locale][];
};

/** A page in the brand's name, mark and colours that is made in the front, without scripts or Next. */
export function brandPage(locale: Locale, brand: Brand, { title, lead, form = '', links }: Said): string {
  const name = escaped(title);
  return `<!doctype html><html lang="${tagOf(locale)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${name}</title><link rel="icon" href="${escaped(brand.icon)}"><style>${style}${coloursOf(brand)}</style></head><body><main>${markOf(brand)}<h1>${name}</h1><p>${escaped(lead)}</p>${form}</main><footer>${links.map(link).join('')}</footer></body></html>`;
}

// A drawing of the program's own takes the colours of the page. The page has no script, so that its theme is the system's: the browser
// asks for the picture of that theme alone.
function markOf({ mark, markDark }: Brand): string {
  const drawing = mark.endsWith('.svg')
    ? `<svg viewBox="0 0 64 64" aria-hidden="true"><use href="${escaped(mark)}#mark"/></svg>`
    : null;
  if (!markDark) return drawing ?? `<img src="${escaped(mark)}" alt="">`;
  const dark = `<source media="(prefers-color-scheme: dark)" srcset="${escaped(markDark)}">`;
  if (!drawing) return `<picture>${dark}<img src="${escaped(mark)}" alt=""></picture>`;
  return `<div class="light">${drawing}</div><picture class="dark">${dark}<img src="${nothing}" alt=""></picture>`;
}

// The smallest picture, where a theme asks for none.
const nothing = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=';

const tagOf = (locale: Locale): string => (locale === 'zh' ? 'zh-CN' : 'en');

function link([href, text, other]: Said['links'][number]): string {
  const language = other ? ` lang="${tagOf(other)}" hreflang="${tagOf(other)}"` : '';
  return `<a href="${escaped(href)}"${language}>${escaped(text)}</a>`;
}

function coloursOf({ colour }: Brand): string {
  const tokens = Object.entries(brandTokens(colour));
  if (tokens.length === 0) return '';
  const of = (name: string, theme: Theme) => tokens.find(([each]) => each === name)?.[1][theme];
  const own = ['paper', 'accent-ink'].filter((name) => of(name, 'light'));
  return `html:root{${own.map((name) => `--${name}:light-dark(${of(name, 'light')},${of(name, 'dark')})`).join(';')}}`;
}

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** A text as it stands in markup. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => marks[mark]!);
