'use client';

import { useLocale, useTranslations } from 'use-intl';

import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';
import { SectionHead } from '@/components/ui/card';
import { Link } from '@/components/ui/link';
import { leaveWaitlist, withdrawReservation } from '@/app/actions/drops';
import { inLocale } from '@/lib/core/paths';
import type { OwnPart } from '@/lib/drops/queries/list-own-parts';
import { paths } from '@/lib/paths';

/** What a member asked for in drops, each with the way out, which they find here also while drops are turned off. */
export function OwnParts({ parts }: { parts: OwnPart[] }) {
  const t = useTranslations('drops');
  return (
    <section aria-labelledby="own-parts" className="mb-10">
      <SectionHead id="own-parts" title={t('own.title')} />
      <ul className="divide-y divide-line overflow-hidden rounded-xl border border-line bg-surface">
        {parts.map((part) => (
          <li key={`${part.kind} ${part.dropId}`}>
            <Part {...part} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Part({ kind, dropId, slug, drop, variant }: OwnPart) {
  const t = useTranslations('drops');
  const locale = useLocale() === 'en' ? 'en' : 'zh';
  const [words, action, out] =
    kind === 'reserved'
      ? ([t('reserved', { variant: variant[locale] }), withdrawReservation, t('reserveWithdraw')] as const)
      : ([t('waitlist.waiting', { variant: variant[locale] }), leaveWaitlist, t('waitlist.leave')] as const);
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 p-4 sm:px-6">
      <p className="grid min-w-0 gap-0.5">
        <span className="font-semibold break-words">
          <Link href={inLocale(locale, paths.drop(slug))}>{drop[locale]}</Link>
        </span>
        <span className="text-sm break-words text-muted">{words}</span>
      </p>
      <ActionForm action={action} hidden={{ dropId }}>
        <FormSubmit variant="secondary" aria-label={`${out}: ${drop[locale]}`}>
          {out}
        </FormSubmit>
      </ActionForm>
    </div>
  );
}
