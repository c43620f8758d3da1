'use client';

import { ArrowDown, ArrowUp } from 'lucide-react';
import { useTranslations } from 'use-intl';

import { moveBoardAction } from '@/app/actions/forum';
import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';
import { Card } from '@/components/ui/card';
import { Link } from '@/components/ui/link';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';

type Board = {
  slug: string;
  name: string;
  nameZh: string;
  visibility: 'PUBLIC' | 'MEMBERS' | 'OWNERS' | 'STAFF';
  threadCount: number;
};

/** The boards in their order; each leads to its form and moves by a place. */
export function BoardList({ boards, locale }: { boards: Board[]; locale: Locale }) {
  const t = useTranslations('boardsStaff');
  const forum = useTranslations('forum');
  return (
    <Card flush as="ul" className="divide-y divide-line">
      {boards.map(({ slug, name, nameZh, visibility, threadCount }, at) => {
        const shown = localText(locale, name, nameZh);
        return (
          <li key={slug} className="flex items-center gap-3 px-4 py-2.5">
            <div className="min-w-0 flex-1">
              <Link href={inLocale(locale, paths.staff('boards', slug))} className="font-medium wrap-anywhere">
                <bdi>{shown}</bdi>
              </Link>
              <p className="text-sm text-muted">
                {forum(`visibility.${visibility}`)} · {t('threads', { count: threadCount })}
              </p>
            </div>
            {at > 0 && <Move slug={slug} to="up" label={t('up', { name: shown })} />}
            {at < boards.length - 1 && <Move slug={slug} to="down" label={t('down', { name: shown })} />}
          </li>
        );
      })}
    </Card>
  );
}

function Move({ slug, to, label }: { slug: string; to: 'up' | 'down'; label: string }) {
  const Icon = to === 'up' ? ArrowUp : ArrowDown;
  return (
    <ActionForm action={moveBoardAction} hidden={{ board: slug, to }}>
      <FormSubmit variant="quiet" aria-label={label} title={label}>
        <Icon aria-hidden className="size-4.5" />
      </FormSubmit>
    </ActionForm>
  );
}
