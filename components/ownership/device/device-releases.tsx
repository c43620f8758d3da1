import { MemberLink } from '@/components/members/member-link';
import { Badge } from '@/components/ui/badge';
import { Card, SectionHead } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import { Link } from '@/components/ui/link';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import type { IdeaInside, ReleaseOfProduct } from '@/lib/feedback/queries/releases-of';
import { paths } from '@/lib/paths';

type Props = { releases: readonly ReleaseOfProduct[]; ideas: boolean; locale: Locale };

/** The releases of a device, each with the ideas inside it and who had them; these are left out where ideas are off. */
export function DeviceReleases({ releases, ideas, locale }: Props) {
  const t = translator(locale, 'ownership');
  if (releases.length === 0) return null;
  return (
    <Card as="section" aria-labelledby="releases">
      <SectionHead id="releases" title={t('releases.title')} lead={ideas ? t('releases.lead') : undefined} />
      <ol className="grid gap-6">
        {releases.map((release) => (
          <li key={release.slug} className="grid gap-2">
            <Head release={release} locale={locale} />
            {ideas && <Ideas ideas={release.ideas} locale={locale} />}
          </li>
        ))}
      </ol>
    </Card>
  );
}

function Head({ release, locale }: { release: ReleaseOfProduct; locale: Locale }) {
  const { slug, kind, version, publishedAt } = release;
  return (
    <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
      <h3 className="min-w-0 font-semibold wrap-anywhere">
        <Link href={inLocale(locale, paths.release(slug))} className="hover:underline">
          {localText(locale, release.title, release.titleZh)}
        </Link>
      </h3>
      <Badge>
        {translator(locale, 'feedback')(`kind.${kind}`)} {version}
      </Badge>
      <span className="text-sm text-muted">
        <DateTime at={publishedAt} locale={locale} />
      </span>
    </div>
  );
}

function Ideas({ ideas, locale }: { ideas: readonly IdeaInside[]; locale: Locale }) {
  const t = translator(locale, 'ownership');
  return (
    <ul className="grid gap-1 text-[0.9375rem]">
      {ideas.map((idea) => (
        <li key={idea.number} className="border-s-2 border-accent/60 ps-3">
          <Link href={inLocale(locale, paths.thread(idea))} lang={idea.lang} className="wrap-anywhere hover:underline">
            <bdi>{idea.title}</bdi>
          </Link>
          {idea.people.length > 0 && (
            <p className="text-sm text-muted">
              {t('releases.by')}{' '}
              {idea.people.map((person, at) => (
                <span key={person.handle}>
                  {at > 0 && t('releases.and')}
                  <MemberLink member={person} locale={locale} className="text-ink" />
                </span>
              ))}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
