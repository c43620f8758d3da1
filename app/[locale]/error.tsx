'use client';

import { usePathname } from 'next/navigation';

import { ErrorPage } from '@/components/shell/error-page';

export default function ErrorBoundary({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const locale = usePathname().split('/')[1] ?? 'en';
  return <ErrorPage error={error} retry={reset} homeHref={`/${locale}`} />;
}
