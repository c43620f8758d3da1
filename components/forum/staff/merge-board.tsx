'use client';

import { useTranslations } from 'use-intl';

import { callBackMergeAction, mergeBoardAction } from '@/app/actions/forum';
import { ActionForm } from '@/components/forms/action-form';
import { FormSelect, FormSubmit } from '@/components/forms/form-fields';
import { Card } from '@/components/ui/card';
import { toast } from '@/components/ui/toaster';
import { buttonLook } from '@/components/ui/button-look';

type Props = { slug: string; targets: { value: string; label: string }[]; threads: number; posts: number };

/** Merges a board into another, having said what goes over. */
export function MergeBoard({ slug, targets, threads, posts }: Props) {
  const t = useTranslations('boardsStaff.merge');
  if (targets.length === 0) return null;
  return (
    <details>
      <summary className={buttonLook('secondary', 'md', 'w-fit cursor-pointer list-none')}>{t('title')}…</summary>
      <p className="mt-2 mb-4 max-w-prose text-muted">{t('lead', { threads, posts })}</p>
      <ActionForm
        action={mergeBoardAction}
        hidden={{ board: slug }}
        onDone={() => toast.success(t('done'))}
        className="grid max-w-2xl gap-4"
      >
        <FormSelect name="into" label={t('into')} hint={t('intoHint')} blank={t('choose')} options={targets} required />
        <FormSubmit variant="danger" className="justify-self-start">
          {t('button')}
        </FormSubmit>
      </ActionForm>
    </details>
  );
}

export type Merge = {
  id: string;
  from: string;
  into: string;
  total: number;
  moved: number;
  at: string;
  begun: boolean;
};

/** The merges that wait, each to be called back, and those that run, with how far they are. */
export function Merges({ merges }: { merges: Merge[] }) {
  const t = useTranslations('boardsStaff.merge');
  if (merges.length === 0) return null;
  return (
    <Card as="ul" flush aria-label={t('merges')} className="mb-6 divide-y divide-line">
      {merges.map(({ id, begun, ...merge }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-3 px-4 py-3">
          <p className="numerals min-w-0 flex-1">{t(begun ? 'running' : 'waiting', merge)}</p>
          {!begun && (
            <ActionForm
              action={callBackMergeAction}
              hidden={{ merge: id }}
              onDone={() => toast.success(t('calledBack'))}
            >
              <FormSubmit variant="secondary">{t('callBack')}</FormSubmit>
            </ActionForm>
          )}
        </li>
      ))}
    </Card>
  );
}
