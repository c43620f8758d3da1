import { ZoneName } from '@/components/forms/zone-note';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { ShopTime } from '@/components/forms/shop-time';
import { PageHeader } from '@/components/ui/page-header';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale, withQuery } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { isRanked } from '@/lib/drops/policy';
import type { StaffDrop } from '@/lib/drops/queries';

import { LivePhase } from './live-drop';

/** The head of a drop's staff page: where it stands, and the ways to its other pages. */
export function DropHead({ drop, locale }: { drop: StaffDrop; locale: Locale }) {
  const t = translator(locale, 'drops');
  const title = localText(locale, drop.title, drop.titleZh);
  return (
    <PageHeader
      className="pb-0!"
      title={title}
      breadcrumbs={
        <Breadcrumbs
          label={t('staff.title')}
          items={[{ label: t('staff.title'), href: inLocale(locale, paths.staff('drops')) }, { label: title }]}
        />
      }
      meta={
        drop.wave && (
          <>
            <LivePhase
              phase={drop.phase}
              opensAt={drop.wave.opensAt.toISOString()}
              closesAt={drop.wave.closesAt.toISOString()}
            />
            <span>
              {t(drop.phase === 'upcoming' || drop.phase === 'planned' ? 'opensLabel' : 'openedLabel')}{' '}
              <ShopTime at={drop.wave.opensAt} locale={locale} />
            </span>
            <span>
              {t(drop.phase === 'ended' ? 'endedLabel' : 'closesLabel')}{' '}
              <ShopTime at={drop.wave.closesAt} locale={locale} />
            </span>
            <ZoneName />
            {drop.createdBy && <span>{t('staff.by', { name: drop.createdBy.name })}</span>}
          </>
        )
      }
      actions={<Ways drop={drop} locale={locale} />}
    />
  );
}

function Ways({ drop, locale }: { drop: StaffDrop; locale: Locale }) {
  const t = translator(locale, 'drops');
  return (
    <>
      <ButtonLink href={inLocale(locale, paths.staff('drops', drop.id, 'preview'))}>
        {t('staff.previewLink')}
      </ButtonLink>
      {drop.announcedAt && (
        <ButtonLink href={inLocale(locale, paths.drop(drop.slug))}>{t('staff.publicLink')}</ButtonLink>
      )}
      {drop.announcedAt && isRanked(drop) && (
        <ButtonLink href={inLocale(locale, paths.draw(drop.slug))}>{t('staff.drawLink')}</ButtonLink>
      )}
      {drop.phase === 'planned' && (
        <ButtonLink href={inLocale(locale, paths.staff('drops', drop.id, 'edit'))}>{t('staff.edit.link')}</ButtonLink>
      )}
      {drop.phase === 'planned' && drop.waves.length > 1 && (
        <ButtonLink href={inLocale(locale, paths.staff('drops', drop.id, 'waves'))}>
          {t('staff.editWave.link')}
        </ButtonLink>
      )}
      <ButtonLink href={withQuery(inLocale(locale, paths.staff('drops', 'new')), { from: drop.id })}>
        {t('staff.copy')}
      </ButtonLink>
      {!drop.announcedAt && (
        <ButtonLink variant="danger" href={inLocale(locale, paths.staff('drops', drop.id, 'delete'))}>
          {t('staff.remove.link')}
        </ButtonLink>
      )}
      {drop.announcedAt && !drop.cancelledAt && drop.toOpen.length > 0 && (
        <ButtonLink href={inLocale(locale, paths.staff('drops', drop.id, 'postpone'))}>
          {t('staff.postpone.link')}
        </ButtonLink>
      )}
      {drop.announcedAt && drop.phase !== 'cancelled' && (
        <ButtonLink variant="danger" href={inLocale(locale, paths.staff('drops', drop.id, 'call-off'))}>
          {t('staff.callOffLink')}
        </ButtonLink>
      )}
    </>
  );
}
