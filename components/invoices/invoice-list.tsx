import { FileText } from 'lucide-react';

import { Card, SectionHead } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';

type Props = {
  invoices: { id: string; number: string; kind: 'INVOICE' | 'CREDIT_NOTE'; at: Date; href: string }[];
  /** A word on how they are opened. */
  hint?: string;
  locale: Locale;
};

/** The invoice and the credit notes of an order, each as a PDF of its own. */
export function InvoiceList({ invoices, hint, locale }: Props) {
  const t = translator(locale, 'invoices');
  if (invoices.length === 0) return null;
  return (
    <Card as="section">
      <SectionHead title={t('documents')} level={3} />
      <ul className="grid gap-1">
        {invoices.map(({ id, number, kind, at, href }) => (
          <li key={id}>
            <a href={href} target="_blank" className="touch flex items-center gap-2.5 hover:underline">
              <FileText aria-hidden className="size-4.5 shrink-0 text-muted" />
              {/* A number is not broken: where both have no room in one line, the day stands below it. */}
              <span className="flex min-w-0 flex-wrap items-baseline gap-x-2.5">
                <span className="font-semibold whitespace-nowrap">
                  {t(kind === 'INVOICE' ? 'invoice' : 'creditNote', { number })}
                </span>
                <span className="text-sm whitespace-nowrap text-muted">
                  <DateTime at={at} locale={locale} format="date" />
                </span>
              </span>
            </a>
          </li>
        ))}
      </ul>
      {hint && <p className="mt-3 text-sm text-muted">{hint}</p>}
    </Card>
  );
}
