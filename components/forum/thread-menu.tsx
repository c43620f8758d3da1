'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { ActionForm } from '@/components/forms/action-form';
import { FormText } from '@/components/forms/form-fields';
import { useSendAction } from '@/components/forms/use-send-action';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Lock, Pin, Shield } from '@/components/ui/icons';
import { Menu, MenuItem } from '@/components/ui/menu';
import { SubmitButton } from '@/components/ui/submit-button';
import { useViewer } from '@/components/viewer/viewer-provider';
import { closeThreadAction, pinThreadAction } from '@/app/actions/forum';

import { useDesk } from './thread-desk';

/** A moderator's doors to the whole thread; others see nothing here. */
export function ThreadMenu() {
  const t = useTranslations('forum');
  const own = useViewer().viewer?.thread;
  const [closing, setClosing] = useState(false);
  const set = useSet();
  if (!own?.canModerate) return null;
  return (
    <>
      <Menu
        align="start"
        trigger={
          <Button variant="quiet" size="sm" icon={<Shield aria-hidden />}>
            {t('act.moderate')}
          </Button>
        }
      >
        <MenuItem icon={<Pin aria-hidden />} onSelect={() => set(pinThreadAction, !own.pinned)}>
          {t(own.pinned ? 'act.unpin' : 'act.pin')}
        </MenuItem>
        <MenuItem
          icon={<Lock aria-hidden />}
          onSelect={() => (own.closed ? set(closeThreadAction, false) : setClosing(true))}
        >
          {t(own.closed ? 'act.reopen' : 'act.close')}
        </MenuItem>
      </Menu>
      {closing && <CloseDialog onClose={() => setClosing(false)} />}
    </>
  );
}

function CloseDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('forum');
  const { thread } = useDesk();
  return (
    <Dialog open title={t('close.title')} onOpenChange={(open) => !open && onClose()}>
      <ActionForm action={closeThreadAction} hidden={{ thread: String(thread.number), on: 'true' }} onDone={onClose}>
        <FormText name="reason" label={t('close.reason')} hint={t('close.reasonHint')} maxLength={500} required />
        <SubmitButton>{t('close.yes')}</SubmitButton>
      </ActionForm>
    </Dialog>
  );
}

function useSet(): (act: typeof pinThreadAction, on: boolean) => void {
  const send = useSendAction();
  const { thread } = useDesk();
  return (act, on) => send(act, { thread: String(thread.number), on: String(on) });
}
