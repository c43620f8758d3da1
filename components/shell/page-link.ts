import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { readIn } from '@/lib/pages/choices/blocks';
import type { LinkedPage } from '@/lib/pages/queries';
import { paths } from '@/lib/paths';

/** A link to a page of one's own, with the language tag of its words where they are not in the reader's. */
export type PageLink = { href: string; text: string; lang?: 'en' | 'zh-CN' };

/** The link to a page, by its title. */
export const pageLink = ({ slug, title, titleZh }: LinkedPage, locale: Locale): PageLink => ({
  href: inLocale(locale, paths.page(slug)),
  ...readIn(locale, { en: title, zh: titleZh }),
});
