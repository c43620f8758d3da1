'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { makeKeyAction } from '@/app/actions/api';
import { ActionForm } from '@/components/forms/action-form';
import { useFormField } from '@/components/forms/form-context';
import { usePostedDone } from '@/components/forms/posted-done';
import { FormCheck, FormSubmit, FormText } from '@/components/forms/form-fields';
import { InZone, MomentField } from '@/components/forms/moment-field';
import { Card, SectionHead } from '@/components/ui/card';
import { ChoiceGroup } from '@/components/ui/choice';
import type { Scope } from '@/lib/api/scope-names';

import { NewKey } from './new-key';

/** Makes a key, and shows it this once. `scopes` are those that its maker may give. */
export function MakeKeyForm({ scopes }: { scopes: readonly Scope[] }) {
  const t = useTranslations('api');
  const [made, setMade] = useState(usePostedDone<{ key: string }>('key')?.key ?? null);
  return (
    <Card as="section" className="max-w-3xl">
      <SectionHead title={t('make.title')} lead={t('make.lead')} />
      {made && <NewKey key={made} secret={made} />}
      <ActionForm action={makeKeyAction} onDone={({ key }) => setMade(key)} clear className="grid gap-5">
        <FormText
          name="name"
          label={t('make.name')}
          hint={t('make.nameHint')}
          maxLength={60}
          autoComplete="off"
          className="sm:max-w-md"
          required
        />
        <Scopes scopes={scopes} />
        <InZone>
          <MomentField name="until" label={t('make.until')} hint={t('make.untilHint')} required={false} />
        </InZone>
        <FormSubmit className="justify-self-start">{t('make.send')}</FormSubmit>
      </ActionForm>
    </Card>
  );
}

function Scopes({ scopes }: { scopes: readonly Scope[] }) {
  const t = useTranslations('api');
  const { error } = useFormField('scopes');
  return (
    <ChoiceGroup legend={t('make.scopes')} hint={t('make.scopesHint')} error={error} className="gap-0">
      {scopes.map((scope) => (
        <FormCheck key={scope} name={scope} label={t(`scopes.${scope}`)} />
      ))}
    </ChoiceGroup>
  );
}
