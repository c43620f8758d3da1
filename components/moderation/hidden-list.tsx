import { Card } from '@/components/ui/card';
import { RelativeTime } from '@/components/ui/relative-time';
import { langOf, type Locale } from '@/lib/core/locale';
import type { HiddenPost } from '@/lib/forum/queries';
import { translator } from '@/lib/web/i18n';

import { RestoreForm } from './restore-form';

/** What staff hid last, each with its reason and the way back. */
export function HiddenList({ posts, locale }: { posts: HiddenPost[]; locale: Locale }) {
  const t = translator(locale, 'moderation');
  if (posts.length === 0) return <p className="text-muted">{t('queue.hiddenEmpty')}</p>;
  return (
    <Card as="ul" flush className="divide-y divide-line">
      {posts.map((post) => (
        <li key={post.id} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 px-4 py-4 sm:px-5">
          <div className="min-w-0 flex-1 basis-72">
            <p className="font-semibold" lang={langOf(post.thread.lang)}>
              <bdi>{post.thread.title}</bdi>
            </p>
            <p className="mt-0.5 text-sm text-muted">
              <bdi>{post.author.name}</bdi>: <bdi>{post.excerpt}</bdi>
            </p>
            <p className="mt-1.5 text-sm">
              “<bdi>{post.reason}</bdi>”{' '}
              <span className="text-muted">
                {post.by && t('queue.hiddenBy', { name: post.by })} · <RelativeTime at={post.at} locale={locale} />
              </span>
            </p>
          </div>
          <RestoreForm post={post.id} />
        </li>
      ))}
    </Card>
  );
}
