'use client';

import { useLocale, useTranslations } from 'use-intl';

import { useFormField } from '@/components/forms/form-context';
import { Checkbox, ChoiceGroup } from '@/components/ui/choice';
import { capabilities, spoken } from '@/lib/service/schema';

/** What a service point does. */
export function CapabilityChoice({ initial }: { initial: readonly string[] }) {
  const t = useTranslations('service');
  const { error } = useFormField('capabilities');
  return (
    <ChoiceGroup legend={t('form.capabilities')} error={error} className="sm:grid-cols-2">
      {capabilities.map((each) => (
        <Checkbox
          key={each}
          name="capabilities"
          value={each}
          label={t(`capabilities.${each}`)}
          defaultChecked={initial.includes(each)}
        />
      ))}
    </ChoiceGroup>
  );
}

/** Which languages are spoken there. */
export function LanguageChoice({ initial }: { initial: readonly string[] }) {
  const t = useTranslations('service');
  const names = new Intl.DisplayNames([useLocale()], { type: 'language', fallback: 'code' });
  return (
    <ChoiceGroup legend={t('languages')} className="grid-cols-2 sm:grid-cols-4">
      {spoken.map((code) => (
        <Checkbox
          key={code}
          name="languages"
          value={code}
          label={names.of(code) ?? code}
          defaultChecked={initial.includes(code)}
        />
      ))}
    </ChoiceGroup>
  );
}
