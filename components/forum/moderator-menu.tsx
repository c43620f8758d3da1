'use client';

import { lazy, Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';

import { useSendAction } from '@/components/forms/use-send-action';
import { Button } from '@/components/ui/button';
import { Lock, Pin, Shield } from '@/components/ui/icons';
import { Menu, MenuItem } from '@/components/ui/menu';
import { useViewer } from '@/components/viewer/viewer-provider';
import { closeThreadAction, pinThreadAction } from '@/app/actions/forum';

import { useDesk } from './thread-desk';

const CloseDialog = lazy(() => import('./close-dialog').then((it) => ({ default: it.CloseDialog })));

/** What a moderator can do with the whole thread. */
export function ModeratorMenu() {
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
      <Suspense>{closing && <CloseDialog onClose={() => setClosing(false)} />}</Suspense>
    </>
  );
}

function useSet(): (act: typeof pinThreadAction, on: boolean) => void {
  const send = useSendAction();
  const { thread } = useDesk();
  return (act, on) => send(act, { thread: String(thread.number), on: String(on) });
}
