'use client';

import { use } from 'react';
import { useTranslations } from 'use-intl';

import { ActionForm } from '@/components/forms/action-form';
import { AskFirst } from '@/components/forms/ask-first';
import { FormContext } from '@/components/forms/form-context';
import { FormArea, FormSelect, FormSubmit } from '@/components/forms/form-fields';
import { Notice } from '@/components/ui/notice';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { nameMembers, unnameMember } from '@/app/actions/drops';
import type { NamedChannel } from '@/lib/drops/schema';

/** Names several members at once. */
export function NameForm({ dropId, channels }: { dropId: string; channels: NamedChannel[] }) {
  const t = useTranslations('drops');
  return (
    <ActionForm action={nameMembers} hidden={{ dropId }} clear>
      <div className="grid items-start gap-5 sm:grid-cols-[14rem_minmax(0,1fr)]">
        <FormSelect
          name="channel"
          label={t('named.channel')}
          options={channels.map((value) => ({ value, label: t(`channel.${value}`) }))}
        />
        <FormArea
          name="handles"
          label={t('named.handles')}
          hint={t('named.handlesHint')}
          rows={2}
          maxLength={8000}
          autoCapitalize="none"
          spellCheck={false}
          required
        />
      </div>
      <Added />
      <div>
        <FormSubmit variant="secondary">{t('named.add')}</FormSubmit>
      </div>
    </ActionForm>
  );
}

function Added() {
  const t = useTranslations('drops.named');
  const { outcome } = use(FormContext);
  if (outcome.status !== 'done') return null;
  const { added, before } = outcome.data as { added: number; before: number };
  return (
    <Notice tone="positive">
      {t('added', { count: added })} {before > 0 && t('before', { count: before })}
    </Notice>
  );
}

/** Takes one name off, after a question. */
export function UnnameForm({
  dropId,
  channel,
  memberId,
  name,
}: {
  dropId: string;
  channel: string;
  memberId: string;
  name: string;
}) {
  const t = useTranslations('drops.named');
  return (
    <AskFirst
      open={
        <>
          {t('removeOpen')}
          <VisuallyHidden>
            {' '}
            <bdi>{name}</bdi>
          </VisuallyHidden>
        </>
      }
      lead={t('removeLead', { name })}
      look="quiet"
      size="sm"
    >
      <ActionForm action={unnameMember} hidden={{ dropId, channel, memberId }} className="justify-items-end gap-2">
        <FormSubmit variant="danger" size="sm">
          {t('remove')}
        </FormSubmit>
      </ActionForm>
    </AskFirst>
  );
}
