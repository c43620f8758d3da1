import { Card } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import { TextLink } from '@/components/ui/link';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import type { Transfer } from '@/lib/stock/queries/places';

import { ArriveForm } from './arrive-form';

/** Transfers that are not over, each with what checks it in. */
export function TransferCards({
  transfers,
  mayEdit,
  locale,
}: {
  transfers: Transfer[];
  mayEdit: boolean;
  locale: Locale;
}) {
  const t = translator(locale, 'stock');
  return (
    <ul className="grid gap-4">
      {transfers.map(({ id, units, arrived, missing, note, sentAt, from, to, variant }) => {
        const left = units - arrived - missing;
        return (
          <li key={id}>
            <Card as="article" className="grid max-w-3xl gap-4">
              <div className="grid gap-1">
                <h2 className="text-subheading font-semibold wrap-anywhere">
                  <TextLink href={inLocale(locale, paths.staff('stock', variant.id))}>
                    <bdi>{localText(locale, variant.product.title, variant.product.titleZh)}</bdi>
                    {' · '}
                    <bdi>{localText(locale, variant.title, variant.titleZh)}</bdi>
                  </TextLink>
                </h2>
                <p className="wrap-anywhere">
                  {t('transfers.way', { from: from.name, to: to.name })} · {t('transfers.left', { left })}
                </p>
                <p className="text-sm text-muted">
                  {t('transfers.progress', { units, arrived, missing })} · {t('transfers.sent')}{' '}
                  <DateTime at={sentAt} locale={locale} format="moment" />
                </p>
                {note !== '' && <bdi className="text-sm wrap-anywhere text-muted">{note}</bdi>}
              </div>
              {mayEdit && <ArriveForm key={left} transferId={id} left={left} />}
            </Card>
          </li>
        );
      })}
    </ul>
  );
}
