import { Card } from '@/components/ui/card';
import { PdfLink } from '@/components/ui/pdf-link';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';

type Props = {
  id: string;
  total: number;
  /** How many orders one file has. */
  most: number;
  labels: boolean;
  locale: Locale;
};

// More than a day of one person; the rest is chosen apart.
const mostParts = 20;

/** The PDFs of orders that were chosen together: the pick list, then labels and packing slips, a hundred orders a file. */
export function PaperLinks({ id, total, most, labels, locale }: Props) {
  const t = translator(locale, 'orders');
  const href = (kind: string, part: number) => inLocale(locale, paths.staff('orders', 'bulk', id, kind, `${part}`));
  const parts = Array.from({ length: Math.min(mostParts, Math.ceil(total / most)) }, (_, at) => ({
    part: at + 1,
    of: { from: at * most + 1, to: Math.min(total, (at + 1) * most) },
  }));
  return (
    <Card as="section" className="grid max-w-xl gap-4">
      <h2 className="text-subheading">{t('staff.bulk.papers')}</h2>
      <p className="text-sm text-muted">{t('staff.bulk.papersBody', { most })}</p>
      <div className="grid gap-2 sm:grid-cols-2">
        <PdfLink href={href('pick', 1)}>{t('staff.bulk.paper.pick')}</PdfLink>
        {labels &&
          parts.map(({ part, of }) => (
            <PdfLink key={`l${part}`} href={href('labels', part)} primary>
              {t('staff.bulk.paper.labels', of)}
            </PdfLink>
          ))}
        {parts.map(({ part, of }) => (
          <PdfLink key={`s${part}`} href={href('slips', part)}>
            {t('staff.bulk.paper.slips', of)}
          </PdfLink>
        ))}
      </div>
    </Card>
  );
}
