import { BadgePercent, PackageCheck, ShieldCheck, Truck, Undo2, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

import { cx } from '@/components/ui/cx';
import { TextLink } from '@/components/ui/link';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import type { Promises } from '@/lib/core/market';
import { inLocale } from '@/lib/core/paths';
import { readIn } from '@/lib/pages/choices/blocks';
import type { LinkedPages } from '@/lib/pages/queries';
import { paths } from '@/lib/paths';

type Props = {
  promises: Promises;
  /** The published pages that the law asks for; the one about returns is linked. */
  law: LinkedPages['law'];
  /** To how many countries something goes, and for how much at least. */
  shipping?: { countries: number; from: string };
  locale: Locale;
  className?: string;
};

/** What a shop promises with every order, to be read before buying. Nothing where it promises nothing. */
export function PromiseLines({ locale, className, ...told }: Props) {
  const lines = linesOf({ locale, ...told });
  if (lines.length === 0) return null;
  return (
    <ul aria-label={translator(locale, 'promises')('label')} className={cx('grid gap-2 text-[0.9375rem]', className)}>
      {lines.map(({ name, icon: Icon, words }) => (
        <li key={name} className="flex gap-2.5">
          <Icon aria-hidden className="mt-0.5 size-4.5 shrink-0 text-muted" />
          <span className="min-w-0">{words}</span>
        </li>
      ))}
    </ul>
  );
}

type Line = { name: string; icon: LucideIcon; words: ReactNode };

function linesOf({ promises: { packing, returns, warranty, protection }, law, shipping, locale }: Props): Line[] {
  const t = translator(locale, 'promises');
  const back = returns !== null && (
    <>
      {t('returns', { days: returns })} <ReturnsPage law={law} locale={locale} />
    </>
  );
  return [
    { name: 'ships', icon: Truck, words: shipping && t('ships', { count: shipping.countries, from: shipping.from }) },
    { name: 'packing', icon: PackageCheck, words: packing !== null && t('packing', { days: packing }) },
    { name: 'returns', icon: Undo2, words: back },
    { name: 'protection', icon: BadgePercent, words: protection !== null && t('protection', { days: protection }) },
    { name: 'warranty', icon: ShieldCheck, words: warranty !== null && warrantyWords(warranty, locale) },
  ].filter(({ words }) => words);
}

function warrantyWords(months: number, locale: Locale): string {
  const t = translator(locale, 'promises');
  return months % 12 === 0 ? t('warrantyYears', { years: months / 12 }) : t('warrantyMonths', { months });
}

function ReturnsPage({ law, locale }: Pick<Props, 'law' | 'locale'>) {
  const page = law.find(({ kind }) => kind === 'RETURNS');
  if (!page) return null;
  const words = readIn(locale, { en: page.title, zh: page.titleZh });
  return (
    <TextLink href={inLocale(locale, paths.page(page.slug))} lang={words.lang} className="text-sm">
      <bdi>{words.text}</bdi>
    </TextLink>
  );
}
