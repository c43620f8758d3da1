import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Skeleton, SkeletonList } from '@/components/ui/skeleton';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { translator } from '@/lib/web/i18n';

/** For not-found.tsx. What does not exist and what one may not see look the same. */
export function NotFoundPage({ locale, action }: { locale: Locale; action?: ReactNode }) {
  const t = translator(locale, 'shell');
  const links = (
    <>
      <ButtonLink variant="primary" href={inLocale(locale, paths.home())}>
        {t('notFound.home')}
      </ButtonLink>
      <ButtonLink href={inLocale(locale, paths.boards())}>{t('notFound.boards')}</ButtonLink>
    </>
  );
  return (
    <div className="page">
      <EmptyState level={1} illustration="not-found" title={t('notFound.title')} action={action ?? links}>
        <p>{t('notFound.body')}</p>
      </EmptyState>
    </div>
  );
}

/** For loading.tsx: the shape of a page with a list. */
export function LoadingPage({ locale }: { locale: Locale }) {
  const t = translator(locale, 'shell');
  return (
    <div className="page pt-10 pb-16">
      <Skeleton className="h-10 w-2/3 max-w-md" />
      <Skeleton className="mt-4 mb-8 h-5 w-1/2 max-w-sm" />
      <SkeletonList label={t('loading')} />
    </div>
  );
}
