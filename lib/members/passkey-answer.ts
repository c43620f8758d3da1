import { z } from 'zod';

import { secret } from '@/lib/core/fields';

const known = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const;

// WebAuthn bounds a credential's id to 1,023 bytes; what else is signed has a few hundred, an RSA key or an extension included.
const bytes = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[\w-]+$/);
const credentialId = bytes(1_364);

/** What a browser answers when it made a passkey, without what it only says for convenience. */
const registration = z
  .object({
    id: credentialId,
    type: z.literal('public-key'),
    response: z.object({
      clientDataJSON: bytes(4_000),
      attestationObject: bytes(16_000),
      transports: z.array(z.string().max(40)).max(20).optional(),
    }),
  })
  .transform(({ id, type, response: { transports = [], ...response } }) => ({
    ...{ id, rawId: id, type, clientExtensionResults: {} },
    response: { ...response, transports: known.filter((each) => transports.includes(each)) },
  }));

/** What it answers when a passkey signed. */
const assertion = z
  .object({
    id: credentialId,
    type: z.literal('public-key'),
    response: z.object({
      ...{ clientDataJSON: bytes(4_000), authenticatorData: bytes(4_000), signature: bytes(2_000) },
      userHandle: bytes(100).optional(),
    }),
  })
  .transform(({ id, type, response }) => ({ id, rawId: id, type, clientExtensionResults: {}, response }));

export type Registration = z.output<typeof registration>;
export type Assertion = z.output<typeof assertion>;

/** Such an answer as it travels: JSON in one field of a form. */
const answer = <T extends z.ZodType>(schema: T) => secret(z.string().max(30_000).transform(parsed).pipe(schema));

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

export const registrationAnswer = answer(registration);
export const assertionAnswer = answer(assertion);
