'use client';

import { RotateCcw } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';

import { Button, ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

/** For error.tsx: says whose fault it is, ours or the network's, what to do, and the number under which staff can find it. */
export function ErrorPage({
  error,
  retry,
  homeHref,
}: {
  error: Error & { digest?: string };
  retry: () => void;
  homeHref: string;
}) {
  const t = useTranslations('shell');
  const { digest } = error;
  const lost = isNetworkError(error);
  // Where the reader had scrolled to, there may be nothing now.
  useEffect(() => window.scrollTo(0, 0), []);
  const actions = (
    <>
      <Button variant="primary" icon={<RotateCcw aria-hidden />} onClick={retry}>
        {t('error.retry')}
      </Button>
      <ButtonLink href={homeHref}>{t('notFound.home')}</ButtonLink>
    </>
  );
  return (
    <div className="page" role="alert">
      <EmptyState level={1} illustration="error" title={t(lost ? 'error.lostTitle' : 'error.title')} action={actions}>
        <p>{t(lost ? 'error.lostBody' : 'error.body')}</p>
        {digest && <p className="mt-2 text-sm">{t('error.digest', { digest })}</p>}
      </EmptyState>
    </div>
  );
}

// What broke on the server has a digest.
function isNetworkError({ digest }: { digest?: string }): boolean {
  return !digest && typeof window !== 'undefined' && !navigator.onLine;
}
