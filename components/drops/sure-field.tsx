'use client';

import { use } from 'react';
import { useTranslations } from 'use-intl';

import { FormContext } from '@/components/forms/form-context';
import { FormCheck } from '@/components/forms/form-fields';

/** Asks whether an unusual plan is meant, once the answer to it has asked. */
export function SureField() {
  const t = useTranslations('drops.staff');
  const { outcome } = use(FormContext);
  const asked = outcome.status === 'refused' && ('sure' in outcome.fields || outcome.typed.sure === 'on');
  return asked ? <FormCheck name="sure" label={t('sure')} /> : null;
}
