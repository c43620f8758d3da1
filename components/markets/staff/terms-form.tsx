'use client';

import { useState, type ComponentProps, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';

import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit, FormText } from '@/components/forms/form-fields';
import { Card } from '@/components/ui/card';
import { toast } from '@/components/ui/toaster';
import type { Locale } from '@/lib/core/locale';

type Action = ComponentProps<typeof ActionForm<{ version: number }>>['action'];
type Props = { action: Action; version: number; locale: Locale; children: ReactNode };

/** A form around a part of the market; another version that comes meanwhile begins it anew. */
export function TermsForm({ action, version, locale, children }: Props) {
  const t = useTranslations('markets.form');
  const [known, setKnown] = useState({ version, own: 0, round: 0 });
  if (version !== known.version) setKnown({ ...known, version, round: known.round + Number(version !== known.own) });
  return (
    <ActionForm
      key={known.round}
      action={action}
      hidden={{ shown: `${version}`, locale }}
      success={t('saved')}
      onDone={({ version: own }) => {
        setKnown((before) => ({ ...before, own }));
        toast.success(t('saved'));
      }}
      className="gap-6"
    >
      {children}
    </ActionForm>
  );
}

/** Why it is changed, and the button. */
export function SavedTerms() {
  const t = useTranslations('markets.form');
  return (
    <Card as="section" className="grid gap-4">
      <FormText name="reason" label={t('reason')} hint={t('reasonHint')} maxLength={200} />
      <p className="text-[0.9375rem] text-muted">{t('holds')}</p>
      <div>
        <FormSubmit>{t('save')}</FormSubmit>
      </div>
    </Card>
  );
}
