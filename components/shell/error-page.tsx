'use client';

import { RotateCcw } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button, ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

/** For error.tsx: says that it is our fault, what to do, and the number under which staff can find it. */
export function ErrorPage({ digest, retry, homeHref }: { digest?: string; retry: () => void; homeHref: string }) {
  const t = useTranslations('shell');
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
      <EmptyState level={1} illustration="error" title={t('error.title')} action={actions}>
        <p>{t('error.body')}</p>
        {digest && <p className="mt-2 text-sm">{t('error.digest', { digest })}</p>}
      </EmptyState>
    </div>
  );
}
