import type { Metadata } from 'next';

import { DropCard } from '@/components/drops/drop-card';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import type { ListedDrop } from '@/lib/drops/queries';
import { pageMetadata } from '@/lib/web/metadata';
import { localeOf } from '@/lib/web/params';

import { dropsPage } from './data';

export async function generateMetadata({ params }: PageProps<'/[locale]/drops'>): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = translator(locale, 'drops');
  return pageMetadata({ locale, path: paths.drops(), title: t('title'), description: t('lead') });
}

export default async function DropsPage({ params }: PageProps<'/[locale]/drops'>) {
  const locale = await localeOf(params);
  const t = translator(locale, 'drops');
  const { live, upcoming, past } = await dropsPage();
  const nothing = live.length + upcoming.length === 0;
  return (
    <div className="page pb-16">
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="grid gap-12">
        {nothing && (
          <EmptyState
            illustration="drop-opening"
            level={2}
            title={t('empty')}
            action={<ButtonLink href={inLocale(locale, paths.products())}>{t('seeProducts')}</ButtonLink>}
          >
            {t('emptyBody')}
          </EmptyState>
        )}
        <Shelf title={t('live')} drops={live} locale={locale} wide={live.length} />
        <Shelf title={t('upcoming')} drops={upcoming} locale={locale} wide={live.length > 0 ? 0 : 1} />
        <Shelf title={t('past')} drops={past} locale={locale} wide={0} />
      </div>
    </div>
  );
}

/** A row of drops under its title; the first few may take the whole width, and so does one that would stand alone. */
function Shelf({ title, drops, locale, wide }: { title: string; drops: ListedDrop[]; locale: Locale; wide: number }) {
  if (drops.length === 0) return null;
  const isWide = (at: number) => at < wide || drops.length - wide === 1;
  return (
    <section>
      <h2 className="mb-4 text-heading">{title}</h2>
      <ul className="grid gap-5 sm:grid-cols-2 lg:grid-cols-3">
        {drops.map((drop, at) => (
          <li key={drop.id} className={isWide(at) ? 'sm:col-span-full' : ''}>
            <DropCard drop={drop} locale={locale} wide={isWide(at)} />
          </li>
        ))}
      </ul>
    </section>
  );
}
