import { AvatarStack } from '@/components/ui/avatar';
import { ButtonLink } from '@/components/ui/button';
import { Card, SectionHead } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import { Link } from '@/components/ui/link';
import type { StartWords } from '@/lib/brand/choices/start-parts';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import type { ReleaseItem } from '@/lib/feedback/queries';

type Props = { releases: ReleaseItem[]; locale: Locale; words: StartWords };

/** The newest releases with the faces of those whose ideas are in them; the very newest stands out. */
export function LatestReleases({ releases, locale, words }: Props) {
  const t = translator(locale, 'home');
  return (
    <section aria-labelledby="home-releases">
      <SectionHead
        id="home-releases"
        title={words.shipped}
        lead={words.shippedLead}
        action={
          <ButtonLink size="sm" href={inLocale(locale, paths.releases())}>
            {t('allReleases')}
          </ButtonLink>
        }
      />
      <ul className="grid gap-4">
        {releases.map((release, at) => (
          <li key={release.id}>
            <Release release={release} locale={locale} newest={at === 0} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Release({ release, locale, newest }: { release: ReleaseItem; locale: Locale; newest: boolean }) {
  const t = translator(locale, 'feedback');
  const { product, people, credited, version } = release;
  return (
    <Card look={newest ? 'accent' : 'plain'} className="group relative">
      <p className="flex flex-wrap gap-x-3 text-sm">
        <span className="font-semibold text-accent-ink">
          {localText(locale, product.title, product.titleZh)} · {version}
        </span>
        <DateTime at={release.publishedAt} locale={locale} className="text-muted" />
      </p>
      <h3 className={newest ? 'mt-1 text-heading' : 'mt-1 text-subheading'}>
        <Link
          href={inLocale(locale, paths.release(release.slug))}
          className="after:absolute after:inset-0 after:rounded-xl group-hover:text-accent-ink"
        >
          {localText(locale, release.title, release.titleZh)}
        </Link>
      </h3>
      <div className="mt-4 flex flex-wrap items-center gap-x-3 gap-y-2 text-[0.9375rem] text-muted">
        {people.length > 0 && (
          <AvatarStack
            people={people.map(({ name, avatar }) => ({ name, src: avatar }))}
            more={credited > people.length ? `+${credited - people.length}` : undefined}
          />
        )}
        <span>{t('releases.ideas', { count: release.ideas })}</span>
      </div>
    </Card>
  );
}
