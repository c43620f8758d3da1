import { Card, SectionHead } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import type { StaffOrder } from '@/lib/orders/staff-queries';

import { NoteForm, RemoveNote } from './note-forms';

type Props = {
  order: Pick<StaffOrder, 'number' | 'notes'>;
  /** The reader, who takes back what they wrote. */ readerId: string;
  once: string;
  locale: Locale;
};

/** What staff wrote down about an order for each other, the newest first, and a form for more. */
export function OrderNotes({ order: { number, notes }, readerId, once, locale }: Props) {
  const t = translator(locale, 'orders');
  return (
    <Card as="section" aria-labelledby="order-notes" className="grid gap-5">
      <SectionHead id="order-notes" title={t('staff.notes.title')} lead={t('staff.notes.lead')} />
      {notes.length > 0 && (
        <ul className="grid gap-4">
          {notes.map(({ id, text, at, byId, by }) => (
            <li key={id} className="grid gap-1 border-s-2 border-line ps-3">
              <p dir="auto" className="wrap-anywhere whitespace-pre-line">
                {text}
              </p>
              <div className="flex flex-wrap items-center gap-x-3 text-sm text-muted">
                <span>
                  <bdi>{by.name}</bdi> · <DateTime at={at} locale={locale} format="moment" />
                </span>
                {byId === readerId && <RemoveNote noteId={id} />}
              </div>
            </li>
          ))}
        </ul>
      )}
      <NoteForm number={number} once={once} />
    </Card>
  );
}
