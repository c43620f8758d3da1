'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';

import { Button } from '@/components/ui/button';
import { useViewer } from '@/components/viewer/viewer-provider';

import { useDesk } from './thread-desk';

/** Tells a member who comes back to the page that others have written meanwhile. */
export function NewPosts() {
  const t = useTranslations('forum');
  const router = useRouter();
  const { thread } = useDesk();
  const own = useViewer().viewer?.thread;
  const more = own && own.number === thread.number ? own.postCount - thread.postCount : 0;
  if (more <= 0) return null;
  return (
    <div
      role="status"
      className="mt-5 flex animate-rise flex-wrap items-center justify-between gap-3 rounded-lg bg-accent-soft px-4 py-3 text-[0.9375rem] text-accent-ink"
    >
      {t('thread.newPosts', { count: more })}
      <Button size="sm" onClick={() => router.refresh()}>
        {t('thread.show')}
      </Button>
    </div>
  );
}
