'use client';

import { ArrowDown, ArrowUp } from 'lucide-react';
import { useTranslations } from 'use-intl';

import { moveBoardAction } from '@/app/actions/forum';
import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';
import { Card } from '@/components/ui/card';
import { cx } from '@/components/ui/cx';
import { Link } from '@/components/ui/link';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';

type Board = {
  id: string;
  parentId: string | null;
  level: number;
  slug: string;
  name: string;
  nameZh: string;
  visibility: 'PUBLIC' | 'MEMBERS' | 'OWNERS' | 'STAFF';
  archive: object | null;
  threadCount: number;
};

/** The boards in the order of their tree; each leads to its form and moves by a place among those beside it. */
export function BoardList({ boards, locale }: { boards: Board[]; locale: Locale }) {
  const t = useTranslations('boardsStaff');
  const forum = useTranslations('forum');
  return (
    <Card flush as="ul" className="divide-y divide-line">
      {boards.map(({ slug, name, nameZh, visibility, threadCount, level, archive, parentId }) => {
        const shown = localText(locale, name, nameZh);
        const beside = boards.filter((each) => each.level === level && (level === 0 || each.parentId === parentId));
        const at = beside.findIndex((each) => each.slug === slug);
        return (
          <li key={slug} className={cx('flex items-center gap-3 px-4 py-2.5', steps[level])}>
            <div className="min-w-0 flex-1">
              <Link href={inLocale(locale, paths.staff('boards', slug))} className="touch font-medium wrap-anywhere">
                <bdi>{shown}</bdi>
              </Link>
              <p className="text-sm text-muted">
                {archive ? `${t('archived')} · ` : ''}
                {forum(`visibility.${visibility}`)} · {t('threads', { count: threadCount })}
              </p>
            </div>
            {at > 0 && <Move slug={slug} to="up" label={t('up', { name: shown })} />}
            {at < beside.length - 1 && <Move slug={slug} to="down" label={t('down', { name: shown })} />}
          </li>
        );
      })}
    </Card>
  );
}

const steps = ['', 'ps-10', 'ps-16'];

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
