import { DateTime } from '@/components/ui/date-time';
import { TextLink } from '@/components/ui/link';
import { Timeline } from '@/components/ui/timeline';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import type { UnitToRead } from '@/lib/units/queries/get-unit';

/** What happened to a device, the newest first. */
export function UnitHistory({ unit, locale }: { unit: UnitToRead; locale: Locale }) {
  const t = translator(locale, 'units');
  return (
    <Timeline
      label={t('one.history')}
      items={unit.events.map(({ seq, kind, note, at, order, actor }) => ({
        key: String(seq),
        title: t(`kinds.${kind}`),
        time: <DateTime at={at} locale={locale} format="moment" />,
        body: (note !== '' || order || actor?.handle) && (
          <>
            {note !== '' && <bdi className="block wrap-anywhere">{note}</bdi>}
            {order && (
              <p>
                <TextLink href={inLocale(locale, paths.staff('orders', order.number))}>
                  {t('one.order', { number: order.number })}
                </TextLink>
              </p>
            )}
            {actor?.handle && <p>{t('one.by', { name: `@${actor.handle}` })}</p>}
          </>
        ),
      }))}
    />
  );
}
