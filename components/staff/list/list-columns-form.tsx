'use client';

import { useTranslations } from 'use-intl';

import { chooseColumnsAction } from '@/app/actions/lists';
import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';
import { Checkbox, ChoiceGroup } from '@/components/ui/choice';
import { SlidersHorizontal } from '@/components/ui/icons';

type Props = { list: string; columns: { value: string; label: string }[]; shown: string[] };

/** Which columns a list shows to this member; the first one always is. */
export function ListColumnsForm({ list, columns, shown }: Props) {
  const t = useTranslations('staff.list');
  const [first, ...others] = columns;
  return (
    <details>
      <summary className="touch inline-flex w-fit cursor-pointer items-center gap-1.5 rounded-md py-1 text-sm text-muted">
        <SlidersHorizontal aria-hidden className="size-4" />
        {t('columns')}
      </summary>
      <ActionForm
        action={chooseColumnsAction}
        hidden={{ list }}
        success={t('columnsKept')}
        className="mt-2 max-w-xl gap-3"
      >
        <input type="hidden" name="columns" value={first?.value} />
        <ChoiceGroup legend={t('columnsShown')} hint={t('columnsHint')} className="[&_label]:py-1">
          {others.map(({ value, label }) => (
            <Checkbox key={value} name="columns" value={value} label={label} defaultChecked={shown.includes(value)} />
          ))}
        </ChoiceGroup>
        <FormSubmit variant="secondary" size="sm" className="justify-self-start">
          {t('columnsKeep')}
        </FormSubmit>
      </ActionForm>
    </details>
  );
}
