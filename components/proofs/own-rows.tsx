'use client';

import { useTranslations } from 'use-intl';

import { DateTime } from '@/components/ui/date-time';
import type { Locale } from '@/lib/core/locale';

import type { Own } from './use-ledger-check';

/** The rows of the ledger that are the reader's own. */
export function OwnRows({ own, locale }: { own: Own; locale: Locale }) {
  const t = useTranslations('drops.ledger');
  return (
    <div className="grid gap-2 rounded-lg bg-accent-soft p-4">
      <h3 className="text-subheading">{t('own')}</h3>
      <p className="max-w-[38em] text-[0.9375rem] break-words">
        {t.rich('ownBody', { ref: () => <code className="font-mono">{own.ref}</code> })}
      </p>
      <ul className="grid gap-1 text-[0.9375rem]">
        {own.rows.map(({ seq, kind, at }) => (
          <li key={`${kind} ${seq}`} className="flex flex-wrap justify-between gap-x-4">
            <span>{t('ownRow', { seq, kind: t(`kind.${kind}`) })}</span>
            <span className="text-muted">
              <DateTime at={at} locale={locale} format="moment" />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
