import {
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type VerifiedAuthenticationResponse,
  type VerifiedRegistrationResponse,
} from '@simplewebauthn/server';
import { decodeAttestationObject, decodeClientDataJSON, isoBase64URL, isoCBOR } from '@simplewebauthn/server/helpers';

import type { Credential } from './commands';
import type { Assertion, Registration } from './passkey-answer';
import { relyingParty, userHandleOf } from './relying-party';

/** Signatures that every maker of passkeys and every runtime knows, by their numbers in COSE: ES256 and RS256. */
export const algorithms = [-7, -257];

/** What is kept of a passkey, once it signed: the count of its uses, and whether that count is over, as a copy's would be. */
export type Signed = { counter: number; overrun: boolean };

type Kept = Omit<Credential, 'counter'> & { counter: bigint; memberId: string };

/** The new passkey of an answer to a challenge; null for one of another challenge, origin or host, without user verification, or broken. */
export async function readRegistration(answer: Registration, challenge: string): Promise<Credential | null> {
  const done = await orNull<VerifiedRegistrationResponse>(() => {
    const { clientDataJSON, attestationObject, transports } = answer.response;
    refuseFramed(clientDataJSON);
    return verifyRegistrationResponse({
      ...expected(challenge),
      response: {
        ...answer,
        response: { clientDataJSON, transports, attestationObject: withoutStatement(attestationObject) },
      },
      supportedAlgorithmIDs: algorithms,
    });
  });
  // The browser's own name of it has to be the one that the authenticator's data hold.
  if (!done?.verified || done.registrationInfo.credential.id !== answer.id) return null;
  const { credential, credentialDeviceType } = done.registrationInfo;
  return {
    credentialId: credential.id,
    publicKey: new Uint8Array(credential.publicKey),
    counter: credential.counter,
    syncable: credentialDeviceType === 'multiDevice',
    transports: answer.response.transports,
  };
}

/** What a passkey said when it signed a challenge; null where it did not, under the same conditions. */
export async function readAssertion(answer: Assertion, challenge: string, kept: Kept): Promise<Signed | null> {
  const done = await orNull<VerifiedAuthenticationResponse>(() => {
    refuseFramed(answer.response.clientDataJSON);
    return verifyAuthenticationResponse({
      ...expected(challenge),
      response: answer,
      // The count is compared below, once the signature is known to be right: only then it says something.
      credential: { id: kept.credentialId, publicKey: new Uint8Array(kept.publicKey), counter: 0 },
    });
  });
  if (!done?.verified || answer.id !== kept.credentialId || isOfAnother(answer, kept)) return null;
  const { newCounter, credentialDeviceType } = done.authenticationInfo;
  if ((credentialDeviceType === 'multiDevice') !== kept.syncable) return null;
  const counts = newCounter > 0 || kept.counter > 0n;
  return { counter: newCounter, overrun: counts && BigInt(newCounter) <= kept.counter };
}

// Those that a device found by itself say whose they are.
function isOfAnother({ response: { userHandle } }: Assertion, { memberId }: Kept): boolean {
  return userHandle !== undefined && userHandle !== isoBase64URL.fromBuffer(userHandleOf(memberId));
}

function expected(expectedChallenge: string) {
  const { host, origin } = relyingParty();
  return { expectedChallenge, expectedOrigin: origin, expectedRPID: host, requireUserVerification: true };
}

// None was asked for, and the certificates in one name addresses that checking them would ask.
function withoutStatement(attestationObject: string): string {
  const authData = decodeAttestationObject(isoBase64URL.toBuffer(attestationObject)).get('authData');
  const without = new Map<string, unknown>([
    ['fmt', 'none'],
    ['attStmt', new Map()],
    ['authData', authData],
  ]);
  return isoBase64URL.fromBuffer(isoCBOR.encode(without as never));
}

// No other site may have this one's pages in a frame, so that no answer comes out of one.
function refuseFramed(clientDataJSON: string): void {
  if (decodeClientDataJSON(clientDataJSON).crossOrigin) throw new Error('asked from within a frame');
}

// Whatever is wrong with an answer, its member hears the same.
async function orNull<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch {
    return null;
  }
}
