import { AvatarStack } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import type { ReleaseItem } from '@/lib/feedback/queries';

type Props = { releases: ReleaseItem[]; next: string | null; paged?: boolean; locale: Locale };

/** What arrived, and who is to thank for it. */
export function ReleasesPage({ releases, next, paged, locale }: Props) {
  const t = translator(locale, 'feedback');
  const here = inLocale(locale, paths.releases());
  return (
    <div className="page pb-16">
      <PageHeader title={t('releases.title')} lead={t('releases.lead')} />
      {releases.length === 0 && (
        <EmptyState title={t('releases.empty')}>
          <p>{t('releases.emptyBody')}</p>
        </EmptyState>
      )}
      <ol aria-label={t('releases.title')} className="grid gap-4">
        {releases.map((release) => (
          <li key={release.id}>
            <ReleaseCard release={release} locale={locale} />
          </li>
        ))}
      </ol>
      <Pagination
        label={t('releases.pages')}
        previous={paged ? { href: here, label: t('releases.newest') } : null}
        next={next ? { href: inLocale(locale, paths.releasesAfter(next)), label: t('releases.older') } : null}
      />
    </div>
  );
}

function ReleaseCard({ release, locale }: { release: ReleaseItem; locale: Locale }) {
  const t = translator(locale, 'feedback');
  const { product, kind, version, people, credited, ideas } = release;
  return (
    <Card as="article" className="relative transition-shadow hover:shadow-raised">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-sm text-muted">
        <Badge tone="accent">
          {localText(locale, product.title, product.titleZh)} {version}
        </Badge>
        <span>{t(`kind.${kind}`)}</span>
        <DateTime at={release.publishedAt} locale={locale} />
      </div>
      <h2 className="mt-2.5 text-heading">
        <Link
          href={inLocale(locale, paths.release(release.slug))}
          className="after:absolute after:inset-0 hover:text-accent-ink"
        >
          {localText(locale, release.title, release.titleZh)}
        </Link>
      </h2>
      <div className="mt-3.5 flex flex-wrap items-center gap-x-4 gap-y-2 text-[0.9375rem] text-muted">
        <span>{t('releases.ideas', { count: ideas })}</span>
        {credited > 0 && (
          <span className="flex items-center gap-2.5">
            <AvatarStack people={people.map(({ name, avatar }) => ({ name, src: avatar }))} />
            {t('releases.thanks', { count: credited, name: people[0]?.name ?? '', others: credited - 1 })}
          </span>
        )}
      </div>
    </Card>
  );
}
