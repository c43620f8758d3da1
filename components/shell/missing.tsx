import { notFound } from 'next/navigation';
import { locale } from 'next/root-params';
import { Suspense } from 'react';

import { isLocale } from '@/lib/core/locale';

import { NotFoundPage } from './state-pages';

/**
 * What a public page returns for an address that leads to nothing. Thrown from the page itself, "not found" would leave
 * the document empty until scripts run; thrown inside a boundary it sets the status and leaves these words standing.
 */
export async function Missing() {
  const wanted = (await locale()) ?? '';
  return (
    <Suspense fallback={<NotFoundPage locale={isLocale(wanted) ? wanted : 'en'} />}>
      <Nothing />
    </Suspense>
  );
}

function Nothing(): never {
  notFound();
}
