import {
  startAuthentication,
  startRegistration,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';

import type { FormAction } from '@/components/forms/reachable';
import type { Outcome } from '@/lib/web/outcome';

/** Has the browser make a passkey, and sends it with the form. */
export const withNewPasskey =
  <T>(send: FormAction<T>, optionsJSON: PublicKeyCredentialCreationOptionsJSON): FormAction<T> =>
  async (before, form) => {
    // A passkey that the form cannot keep would stay on its device for nothing.
    if (!String(form.get('name')).trim()) return refused('invalid', { name: { code: 'required' } });
    return answering(
      form,
      () => startRegistration({ optionsJSON }),
      (answered) => send(before, answered),
    );
  };

/** Asks for a challenge, has the browser sign it by a passkey, and sends the answer with the form. */
export const withPasskey =
  <T>(ask: FormAction<PublicKeyCredentialRequestOptionsJSON>, send: FormAction<T>): FormAction<T> =>
  async (before, form) => {
    const asked = await ask({ status: 'idle' }, form);
    if (asked.status !== 'done') return asked;
    const sign = () => startAuthentication({ optionsJSON: asked.data });
    return answering(form, sign, (answered) => send(before, answered));
  };

async function answering<T>(
  form: FormData,
  work: () => Promise<object>,
  send: (answered: FormData) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  let answer: object;
  try {
    answer = await work();
  } catch (error) {
    return refused(codes[(error as Error).name] ?? 'passkey-failed');
  }
  form.set('answer', JSON.stringify(answer));
  return send(form);
}

// By the names that WebAuthn gives.
const codes: Record<string, string> = {
  NotAllowedError: 'passkey-canceled',
  AbortError: 'passkey-canceled',
  InvalidStateError: 'passkey-known',
  SecurityError: 'passkey-address',
};

function refused(code: string, fields: Record<string, { code: string }> = {}): Outcome<never> {
  return { status: 'refused', problem: { code }, fields, typed: {} };
}
