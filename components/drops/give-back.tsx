'use client';

import { useTranslations } from 'use-intl';

import { giveUnitBack } from '@/app/actions/drops';
import { TakeBackFold } from '@/components/forms/take-back-fold';
import { toast } from '@/components/ui/toaster';

/** Lets the holder of a unit give it back before its time. */
export function GiveBack({ claimId, offered = false }: { claimId: string; offered?: boolean }) {
  const t = useTranslations('drops.giveBack');
  const words = { ask: t('ask'), lead: t(offered ? 'bodyOffered' : 'body'), yes: t('yes') };
  return (
    <TakeBackFold action={giveUnitBack} hidden={{ claimId }} words={words} onDone={() => toast.success(t('done'))} />
  );
}
