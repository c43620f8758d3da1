'use client';

import { useTranslations } from 'use-intl';

import { ButtonLink } from '@/components/ui/button';
import { useViewer } from '@/components/viewer/viewer-provider';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';

import { forumPaths } from './forum-paths';
import { useDesk } from './thread-desk';

/** For those who cannot reply (yet): why, and the way there. */
export function ReplySignIn() {
  const t = useTranslations('forum');
  const { viewer } = useViewer();
  const { locale, thread, inner } = useDesk();
  const back = forumPaths(locale, inner).thread(thread);
  const { code: refusal, trust } = (viewer?.member && viewer.thread?.refusal) || { code: 'signed-out', trust: 0 };
  if (refusal === 'trust-too-low' || refusal === 'owners-write' || refusal === 'staff-write')
    return <p className="text-muted">{t(`write.refused.${refusal}`, { trust })}</p>;
  if (refusal === 'board-archived') return <p className="text-muted">{t('write.archived')}</p>;
  if (refusal === 'thread-closed') return <p className="text-muted">{t('write.closed')}</p>;
  if (refusal === 'unconfirmed') {
    return (
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p>{t('write.confirmFirst')}</p>
        <ButtonLink href={inLocale(locale, paths.confirm(back))}>{t('write.confirm')}</ButtonLink>
      </div>
    );
  }
  return (
    <div className="flex flex-wrap items-center justify-between gap-4">
      <noscript>
        <p className="text-muted">{t('write.needsScripts')}</p>
      </noscript>
      <p className="js-only max-w-[22em] text-muted">{t('write.signInLead')}</p>
      <div className="js-only flex gap-2">
        <ButtonLink variant="primary" prefetch={false} href={inLocale(locale, paths.signIn(back))}>
          {t('write.signIn')}
        </ButtonLink>
        <ButtonLink prefetch={false} href={inLocale(locale, paths.signUp(back))}>
          {t('write.join')}
        </ButtonLink>
      </div>
    </div>
  );
}
