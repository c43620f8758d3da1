'use client';

import { useTranslations } from 'use-intl';

import { noteUnitAction } from '@/app/actions/units';
import { ActionForm } from '@/components/forms/action-form';
import { FormSelect, FormSubmit, FormText } from '@/components/forms/form-fields';
import { toast } from '@/components/ui/toaster';
import type { NotedKind } from '@/lib/units/policy';

/** Notes what happened to a device. */
export function NoteUnitForm({ unitId, shown, kinds }: { unitId: string; shown: number; kinds: NotedKind[] }) {
  const t = useTranslations('units');
  const wordsOf = (kind: NotedKind) =>
    kind === 'OWNED' ? t('one.back') : kind === 'SHIPPED' ? t('one.handedOut') : t(`kinds.${kind}`);
  return (
    <ActionForm
      action={noteUnitAction}
      hidden={{ unitId, shown: String(shown) }}
      clear
      onDone={() => void toast.success(t('one.done'))}
      className="grid gap-5"
    >
      <FormSelect
        name="kind"
        label={t('one.kind')}
        options={kinds.map((value) => ({ value, label: wordsOf(value) }))}
        required
      />
      <FormText name="note" label={t('one.words')} maxLength={200} autoComplete="off" />
      <FormSubmit className="justify-self-start">{t('one.button')}</FormSubmit>
    </ActionForm>
  );
}
