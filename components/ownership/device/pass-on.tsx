'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { makeTransferAction, takeBackTransferAction } from '@/app/actions/ownership';
import { ActionForm } from '@/components/forms/action-form';
import { usePostedDone } from '@/components/forms/posted-done';
import { FormCheck, FormSubmit } from '@/components/forms/form-fields';
import { TakeBackFold } from '@/components/forms/take-back-fold';
import { Card, SectionHead } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { absoluteWords } from '@/components/ui/time-words';
import type { Locale } from '@/lib/core/locale';

import { NewTransferCode, type MadeCode } from './new-transfer-code';

type Props = {
  ownershipId: string;
  /** The code that waits to be used, if there is one. */
  open: { id: string; expiresAt: string } | null;
  locale: Locale;
};

/** Passes a device on by a code that is shown once, and takes back one that waits. */
export function PassOn({ ownershipId, open, locale }: Props) {
  const t = useTranslations('ownership.passOn');
  const [made, setMade] = useState(usePostedDone<MadeCode>('code'));
  return (
    <Card as="section" aria-labelledby="pass-on" className="grid gap-4">
      <SectionHead id="pass-on" title={t('title')} lead={t('lead')} />
      {made && open && <NewTransferCode key={made.code} made={made} locale={locale} />}
      {!made && open && <Notice>{t('open', { day: dayOf(open.expiresAt, locale) })}</Notice>}
      <ActionForm action={makeTransferAction} hidden={{ ownershipId }} onDone={setMade} className="gap-3">
        <FormCheck name="sharesName" label={t('sharesName')} hint={open ? t('anotherLead') : undefined} />
        <FormSubmit variant={open ? 'secondary' : 'primary'} className="w-fit">
          {open ? t('another') : t('make')}
        </FormSubmit>
      </ActionForm>
      {open && (
        <TakeBackFold
          action={takeBackTransferAction}
          hidden={{ transferId: open.id }}
          words={{ ask: t('takeBack'), lead: t('takeBackLead'), yes: t('takeBackYes') }}
          onDone={() => setMade(null)}
        />
      )}
    </Card>
  );
}

/** A day in words, as the page's language writes it. */
export const dayOf = (at: string, locale: Locale): string =>
  absoluteWords(Date.parse(at), locale, { dateStyle: 'medium' });
