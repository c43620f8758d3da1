/** What is accepted of a browser's answer: its signature over this shop's own challenge, address and flags, and nothing near to it. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { SignedIn } from '@/lib/core/actor';
import { db } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import { session, signedIn } from '@/tests/support/factors';
import { makeAuthenticator } from '@/tests/support/passkeys';
import { added, challengeFor, enrol, signed, withPasskey } from '@/tests/support/passkeys-of';
import { refusal } from '@/tests/support/refusal';

import { finishPasskey } from './change-passkeys';
import { confirmByPasskey } from './confirm-by-passkey';
import { userHandleOf } from './relying-party';
import { assertionAnswer, registrationAnswer } from './passkey-answer';

const address = env.PUBLIC_URL;
beforeEach(() => void Object.assign(env, { embedded: false, PUBLIC_URL: 'https://shop.example' }));
afterEach(() => void Object.assign(env, { embedded: true, PUBLIC_URL: address }));

const another = Buffer.alloc(32, 7).toString('base64url');
const faults: Record<string, object> = {
  'another challenge': { challenge: another },
  'another origin': { origin: 'https://evil.example' },
  'the origin without encryption': { origin: 'http://shop.example' },
  'a subdomain': { origin: 'https://x.shop.example' },
  'another host': { host: 'evil.example' },
  'no user verification': { verified: false },
  'a frame of another site': { crossOrigin: true },
  'another purpose': { type: 'payment.get' },
};

const register = async (actor: SignedIn, made: object) =>
  refusal(finishPasskey(actor, { name: 'Key', answer: added(made) }));

describe('a new passkey', () => {
  it.each(Object.entries(faults))('is refused with %s', async (_, fault) => {
    const { first } = await withPasskey();
    const actor = await signedIn(first);
    const challenge = await challengeFor(actor, 'ADD');
    expect(await register(actor, makeAuthenticator().register(challenge, fault))).toBe('passkey-wrong');
    expect(await register(actor, makeAuthenticator().register(challenge))).toBe('passkey-over');
    expect(await db.passkey.count({ where: { memberId: actor.id } })).toBe(1);
  });

  it('is refused under another id than its own, and as the signature of another', async () => {
    const { first } = await withPasskey();
    const actor = await signedIn(first);
    const made = makeAuthenticator().register(await challengeFor(actor, 'ADD'));
    expect(await register(actor, { ...made, id: makeAuthenticator().credentialId })).toBe('passkey-wrong');
    const kept = makeAuthenticator();
    const { response } = kept.sign(await challengeFor(actor, 'ADD'));
    const mixed = { ...made, response: { ...made.response, clientDataJSON: response.clientDataJSON } };
    expect(await register(actor, mixed)).toBe('passkey-wrong');
  });

  it('brings certificates in vain: none is read, and no address in them is asked', async () => {
    const { first } = await withPasskey();
    const actor = await signedIn(first);
    const asked = vi.spyOn(globalThis, 'fetch');
    const statement = new Map<string, unknown>([
      ['alg', -7],
      ['sig', new Uint8Array(8)],
      ['x5c', [new Uint8Array(40)]],
    ]);
    for (const form of ['packed', 'tpm', 'android-key', 'apple', 'fido-u2f', 'unheard-of'])
      expect(
        await register(
          actor,
          makeAuthenticator().register(await challengeFor(actor, 'ADD'), { statement: [form, statement] }),
        ),
        form,
      ).toBe('done');
    expect(asked).not.toHaveBeenCalled();
  });
});

describe('a signature', () => {
  it.each(Object.entries(faults))('is refused with %s', async (_, fault) => {
    const { actor, authenticator, other } = await withPasskey();
    const challenge = await challengeFor(actor, 'CONFIRM');
    const tried = (given: object) =>
      refusal(confirmByPasskey(actor, { answer: signed(authenticator.sign(challenge, given)) }));
    expect(await tried(fault)).toBe('passkey-wrong');
    // Wrongly answered is answered.
    expect(await tried({})).toBe('passkey-over');
    expect((await signedIn(other)).waiting).toBe('confirm');
  });

  it('is refused of another member’s passkey, of a key that is not the kept one, and to another session', async () => {
    const [one, two] = [await withPasskey(), await withPasskey()];
    const tried = async (make: (challenge: string) => object, actor = one.actor) =>
      refusal(confirmByPasskey(actor, { answer: signed(make(await challengeFor(one.actor, 'CONFIRM'))) }));
    expect(await tried((asked) => two.authenticator.sign(asked))).toBe('passkey-wrong');
    expect(await tried((asked) => one.authenticator.sign(asked, { signer: two.authenticator.privateKey }))).toBe(
      'passkey-wrong',
    );
    const handleOf = (id: string) => Buffer.from(userHandleOf(id)).toString('base64url');
    const handled = (id: string) => tried((asked) => one.authenticator.sign(asked, { userHandle: handleOf(id) }));
    expect([await handled(two.id), await handled(one.id)]).toEqual(['passkey-wrong', 'done']);
    expect(await tried((asked) => ({ ...one.authenticator.sign(asked), id: two.authenticator.credentialId }))).toBe(
      'passkey-wrong',
    );
    const elsewhere = await signedIn(session(one.id));
    expect(await tried((asked) => one.authenticator.sign(asked), elsewhere)).toBe('passkey-over');
    expect(await tried((asked) => one.authenticator.sign(asked))).toBe('done');
  });

  it('that was given once is no answer again', async () => {
    const { actor, authenticator } = await withPasskey();
    const answer = signed(authenticator.sign(await challengeFor(actor, 'CONFIRM')));
    expect(await refusal(confirmByPasskey(actor, { answer }))).toBe('done');
    expect(await refusal(confirmByPasskey(actor, { answer }))).toBe('passkey-over');
    await challengeFor(actor, 'CONFIRM');
    expect(await refusal(confirmByPasskey(actor, { answer }))).toBe('passkey-wrong');
  });

  it('counts upwards, or not at all; a count that is over is a copy’s: it is refused, and its member is told', async () => {
    const { actor, authenticator, id } = await withPasskey(['ADMIN'], makeAuthenticator({ syncable: false }));
    const tried = async (counter: number, given = {}) =>
      refusal(
        confirmByPasskey(actor, {
          answer: signed(authenticator.sign(await challengeFor(actor, 'CONFIRM'), { counter, ...given })),
        }),
      );
    expect([await tried(0), await tried(0), await tried(5), await tried(2 ** 32 - 1)]).toEqual(Array(4).fill('done'));
    const told = () => db.event.count({ where: { name: 'factor.doubted', actorId: id } });
    const { privateKey } = makeAuthenticator();
    expect([await tried(5, { signer: privateKey }), await told()]).toEqual(['passkey-wrong', 0]);
    expect([await tried(5), await tried(2 ** 32 - 1), await tried(0), await told()]).toEqual([
      ...Array(3).fill('passkey-doubted'),
      3,
    ]);
    expect(await tried(6, { syncable: true })).toBe('passkey-wrong');
    expect(await db.passkey.findFirst({ where: { memberId: id } })).toMatchObject({ counter: 2n ** 32n - 1n });
  });

  it('is read from short plain text alone', () => {
    const authenticator = makeAuthenticator();
    const made = authenticator.register(another);
    const given = authenticator.sign(another);
    const bad: unknown[] = [
      '',
      'no JSON',
      'null',
      '[]',
      JSON.stringify({ ...made, id: `${made.id}\u0000` }),
      JSON.stringify({ ...made, id: 'x'.repeat(1_365) }),
      JSON.stringify({ ...made, type: 'password' }),
      JSON.stringify({ ...made, response: { ...made.response, attestationObject: 'x'.repeat(16_001) } }),
      JSON.stringify({ ...given, response: { ...given.response, signature: 'a+/=' } }),
      `${' '.repeat(30_000)}${JSON.stringify(made)}`,
    ];
    for (const text of bad) {
      expect(registrationAnswer.safeParse(text).success, String(text).slice(0, 40)).toBe(false);
      expect(assertionAnswer.safeParse(text).success, String(text).slice(0, 40)).toBe(false);
    }
    const more = { ...made.response, transports: ['usb', 'telepathy', 'usb'], publicKey: 'x'.repeat(9) };
    expect(added({ ...made, response: more }).response).toEqual({ ...made.response, transports: ['usb'] });
  });

  it('of garbage is refused, and breaks nothing', async () => {
    const { actor, authenticator, first } = await withPasskey();
    const staff = await signedIn(first);
    for (const bytes of ['_', 'oA', Buffer.alloc(200, 0xff).toString('base64url'), 'eyJ0eXBlIjoxfQ']) {
      const made = authenticator.register(await challengeFor(staff, 'ADD'));
      for (const field of ['clientDataJSON', 'attestationObject'])
        expect(await register(staff, { ...made, response: { ...made.response, [field]: bytes } })).toMatch(
          /wrong|over/,
        );
      const given = authenticator.sign(another);
      for (const field of ['clientDataJSON', 'authenticatorData', 'signature']) {
        await challengeFor(actor, 'CONFIRM');
        const answer = signed({ ...given, response: { ...given.response, [field]: bytes } });
        const from = { ...actor, ip: `10.8.${field.length}.${bytes.length % 250}` };
        expect(await refusal(confirmByPasskey(from, { answer }))).toBe('passkey-wrong');
      }
    }
    expect((await enrol(staff)).codes).toBeNull();
  });
});
