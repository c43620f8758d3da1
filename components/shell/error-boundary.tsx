'use client';

import { usePathname } from 'next/navigation';

import { ErrorPage } from './error-page';

/** What a page shows inside its frame when it breaks: words, and the way to try again. */
export function ErrorBoundary({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const locale = usePathname().split('/')[1] ?? 'en';
  return <ErrorPage error={error} retry={reset} homeHref={`/${locale}`} />;
}
