import { TabLinks } from '@/components/ui/tab-links';
import { locales, type Locale } from '@/lib/core/locale';
import { withQuery } from '@/lib/core/paths';
import { translator } from '@/lib/web/i18n';

type Props = {
  /** The page, which shows the language that its address names. */
  here: string;
  language: Locale;
  locale: Locale;
};

/** The languages in which a brand words a text, each a page of its own. */
export function LanguageTabs({ here, language, locale }: Props) {
  const words = translator(locale, 'ownWords');
  return (
    <TabLinks
      label={words('language')}
      items={locales.map((each) => ({
        href: withQuery(here, { language: each }),
        label: words(`languages.${each}`),
        current: each === language,
      }))}
    />
  );
}
