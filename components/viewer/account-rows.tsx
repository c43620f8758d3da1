'use client';

import { useTranslations } from 'use-intl';

import { Link } from '@/components/ui/link';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { memberMenu } from '@/lib/domains-menu';
import { paths } from '@/lib/paths';

import { useViewer } from './viewer-provider';
import { useWayBack } from './use-way-back';

/** The reader's own pages in the phone's menu; for guests, the two ways in. */
export function AccountRows({ locale }: { locale: Locale }) {
  const t = useTranslations('viewer');
  const { viewer } = useViewer();
  const back = useWayBack(locale);
  const member = viewer?.member;
  const rows = member
    ? ([
        [paths.notifications(), t('notifications', { count: viewer.unread })],
        [paths.member(member.handle), t('profile')],
        ...memberMenu.map(({ name, path }) => [path(), t(`lines.${name as 'orders'}`)] as const),
        [paths.profile(), t('account')],
      ] as const)
    : ([
        [paths.signUp(back), t('signUp')],
        [paths.signIn(back), t('signIn')],
      ] as const);
  return (
    <ul className="border-t border-line py-3">
      {rows.map(([path, words]) => (
        <li key={path}>
          <Link
            prefetch={false}
            without="nothing"
            href={inLocale(locale, path)}
            className="flex min-h-11 items-center rounded-md px-3 text-muted hover:bg-hover hover:text-ink"
          >
            {words}
          </Link>
        </li>
      ))}
    </ul>
  );
}
