import { AvatarStack } from '@/components/ui/avatar';
import { ButtonLink } from '@/components/ui/button';
import { Card, SectionHead } from '@/components/ui/card';
import { Link } from '@/components/ui/link';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale, paths } from '@/lib/core/paths';
import type { ReleaseItem } from '@/lib/feedback/queries';

/** The newest release with the faces of those whose ideas are in it. */
export function LatestRelease({ release, locale }: { release: ReleaseItem; locale: Locale }) {
  const t = translator(locale, 'home');
  const { product, people, credited, version } = release;
  return (
    <section aria-labelledby="home-release">
      <SectionHead id="home-release" title={t('shipped')} lead={t('shippedLead')} action={<ButtonLink size="sm" href={inLocale(locale, paths.releases())}>{t('allReleases')}</ButtonLink>} />
      <Card look="accent" className="relative">
        <p className="text-sm font-semibold text-accent-ink">{localText(locale, product.title, product.titleZh)} · {version}</p>
        <h3 className="mt-1 text-heading">
          <Link href={inLocale(locale, paths.release(release.slug))} className="after:absolute after:inset-0">{localText(locale, release.title, release.titleZh)}</Link>
        </h3>
        {people.length > 0 && <div className="mt-5"><AvatarStack people={people.map(({ name, avatar }) => ({ name, src: avatar }))} more={credited > people.length ? `+${credited - people.length}` : undefined} /></div>}
      </Card>
    </section>
  );
}
