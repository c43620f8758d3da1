import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';

type Props = { company: { name: string; taxNumber: string }; locale: Locale };

/** The company that an invoice is for. */
export function CompanyLines({ company: { name, taxNumber }, locale }: Props) {
  const t = translator(locale, 'orders');
  return (
    <dl className="grid gap-0.5">
      <dt className="text-sm text-muted">{t('order.company')}</dt>
      <dd dir="auto" className="break-words">
        {name}
      </dd>
      {taxNumber && <dd className="break-words">{t('order.taxNumber', { number: taxNumber })}</dd>}
    </dl>
  );
}
