'use client';

import { useTranslations } from 'use-intl';

import { askOwnCodeAction } from '@/app/actions/members.phone';
import { useSendAction } from '@/components/forms/use-send-action';
import { FormText } from '@/components/forms/form-fields';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toaster';

import { PasswordField } from '../password-field';

/** What is asked before a way of signing in is changed: a password, a code to the phone of who has none, or nothing but a session that is new. */
export type Proof = 'password' | 'phone' | null;

/** The field of an ActionForm for it. */
export function OwnProof({ proof }: { proof: Proof }) {
  const t = useTranslations('members');
  const send = useSendAction();
  if (proof === 'password')
    return <PasswordField name="oldPassword" label={t('fields.oldPassword')} autoComplete="current-password" />;
  if (proof === null) return null;
  return (
    <div className="grid gap-3">
      <FormText
        name="oldPassword"
        label={t('phone.proof')}
        hint={t('phone.proofHint')}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        required
      />
      <Button
        variant="secondary"
        size="sm"
        className="js-only justify-self-start"
        onClick={() => send(askOwnCodeAction, { locale: 'en' }, () => toast.success(t('phone.proofAsked')))}
      >
        {t('phone.proofAsk')}
      </Button>
    </div>
  );
}
