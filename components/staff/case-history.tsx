import type { ReactNode } from 'react';

import { Card, SectionHead } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import type { Locale } from '@/lib/core/locale';

type Step = { id: string; said: ReactNode; at: Date; by: { name: string } | null };

/** What happened to a case of staff, in order: what, by whom, and when. */
export function CaseHistory({ title, steps, locale }: { title: string; steps: readonly Step[]; locale: Locale }) {
  return (
    <Card as="section">
      <SectionHead title={title} />
      <CaseSteps steps={steps} locale={locale} />
    </Card>
  );
}

/** The same without a card of its own. */
export function CaseSteps({ steps, locale }: { steps: readonly Step[]; locale: Locale }) {
  return (
    <ol className="grid gap-3">
      {steps.map(({ id, said, at, by }) => (
        <li key={id} className="flex flex-wrap justify-between gap-x-4">
          <span className="min-w-0 break-words">
            {said}{' '}
            {by && (
              <span className="text-muted">
                · <bdi>{by.name}</bdi>
              </span>
            )}
          </span>
          <span className="text-sm text-muted">
            <DateTime at={at} locale={locale} format="moment" />
          </span>
        </li>
      ))}
    </ol>
  );
}
