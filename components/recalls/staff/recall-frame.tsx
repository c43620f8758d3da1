import type { ReactNode } from 'react';

import { Badge } from '@/components/ui/badge';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { DateTime } from '@/components/ui/date-time';
import { TextLink } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-header';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { recallPath } from '@/lib/recalls/choices/recall-path';
import type { StaffRecall } from '@/lib/recalls/queries/staff';
import { translator } from '@/lib/web/i18n';

import { recallTones } from '../unit-tones';

type Props = { recall: StaffRecall; canRun: boolean; locale: Locale; children: ReactNode };

/** The head of a recall's page for staff. */
export function StaffRecallFrame({ recall, canRun, locale, children }: Props) {
  const t = translator(locale, 'recalls');
  const { id, slug, state, product, publishedAt } = recall;
  const name = localText(locale, recall.title, recall.titleZh);
  const crumbs = [{ label: t('staff.title'), href: inLocale(locale, paths.staff('recalls')) }, { label: name }];
  const isPublic = state === 'OPEN' || state === 'CLOSED';
  const isWritten = state === 'DRAFT' || state === 'OPEN';
  return (
    <div className="page pb-16">
      <PageHeader
        breadcrumbs={<Breadcrumbs items={crumbs} label={t('staff.title')} />}
        title={name}
        meta={
          <>
            <Badge tone={recallTones[state]}>{t(`staff.states.${state}`)}</Badge>
            <span>{localText(locale, product.title, product.titleZh)}</span>
            {publishedAt && <DateTime at={publishedAt} locale={locale} format="moment" />}
            {isPublic && <TextLink href={inLocale(locale, recallPath(slug))}>{t('staff.public')}</TextLink>}
          </>
        }
        actions={
          canRun &&
          isWritten && (
            <ButtonLink href={inLocale(locale, paths.staff('recalls', id, 'edit'))}>{t('staff.edit')}</ButtonLink>
          )
        }
      />
      {children}
    </div>
  );
}
