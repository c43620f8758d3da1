import { env } from '@/lib/core/env';
import { messageLocale, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { readIn } from '@/lib/pages/choices/blocks';
import type { ShownPage } from '@/lib/pages/queries';
import { paths } from '@/lib/paths';

/** A page of one's own as schema.org describes it; one with questions is a page of questions. */
export function pageJsonLd(page: ShownPage, locale: Locale): Record<string, unknown> {
  const questions = page.blocks.flatMap((each) => (each.type === 'questions' ? each.items : []));
  return {
    '@type': questions.length > 0 ? 'FAQPage' : 'WebPage',
    name: readIn(locale, { en: page.title, zh: page.titleZh }).text,
    url: env.PUBLIC_URL + inLocale(locale, paths.page(page.slug)),
    inLanguage: messageLocale(locale),
    dateModified: page.updatedAt.toISOString(),
    ...(questions.length > 0 && {
      mainEntity: questions.map(({ question, answer }) => ({
        '@type': 'Question',
        name: readIn(locale, question).text,
        acceptedAnswer: { '@type': 'Answer', text: readIn(locale, answer).text },
      })),
    }),
  };
}
