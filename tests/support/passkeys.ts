import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

import { isoCBOR } from '@simplewebauthn/server/helpers';

import { relyingParty } from '@/lib/members/relying-party';

type Faults = {
  challenge?: string;
  origin?: string;
  host?: string;
  type?: string;
  verified?: boolean;
  crossOrigin?: boolean;
  counter?: number;
  syncable?: boolean;
  signer?: KeyObject;
  userHandle?: string;
};

/** A passkey of an authenticator made of code: it answers challenges as a browser would, or with a fault that a test asks for. */
export function makeAuthenticator({ syncable = true, id = randomBytes(32) }: { syncable?: boolean; id?: Buffer } = {}) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const credentialId = id.toString('base64url');
  const common = { id: credentialId, type: 'public-key' as const };
  return {
    credentialId,
    privateKey,
    /** What the browser sends when it made this passkey. */
    register(challenge: string, faults: Faults & { statement?: [string, Map<string, unknown>] } = {}) {
      const clientData = clientDataOf({ type: 'webauthn.create', challenge, ...faults });
      const length = Buffer.alloc(2);
      length.writeUInt16BE(id.length);
      const attested = [Buffer.alloc(16), length, id, coseKey(publicKey)];
      const authData = Buffer.concat([authDataOf({ syncable, ...faults }, 0x40), ...attested]);
      const [fmt, attStmt] = faults.statement ?? ['none', new Map<string, unknown>()];
      const object = new Map<string, unknown>([
        ['fmt', fmt],
        ['attStmt', attStmt],
        ['authData', new Uint8Array(authData)],
      ]);
      return {
        ...common,
        response: {
          clientDataJSON: base64(clientData),
          attestationObject: base64(isoCBOR.encode(object as never)),
          transports: ['internal', 'hybrid'],
        },
      };
    },
    /** What the browser sends when this passkey signed. */
    sign(challenge: string, faults: Faults = {}) {
      const clientData = clientDataOf({ type: 'webauthn.get', challenge, ...faults });
      const authenticatorData = authDataOf({ syncable, ...faults }, 0);
      const digest = createHash('sha256').update(clientData).digest();
      const signature = sign('sha256', Buffer.concat([authenticatorData, digest]), faults.signer ?? privateKey);
      return {
        ...common,
        response: {
          clientDataJSON: base64(clientData),
          authenticatorData: base64(authenticatorData),
          signature: base64(signature),
          ...(faults.userHandle && { userHandle: faults.userHandle }),
        },
      };
    },
  };
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');

function clientDataOf({ type, challenge, origin, crossOrigin = false }: Faults): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin: origin ?? relyingParty().origin, crossOrigin }));
}

// Hash of the host, flags (present, verified, may be copied, is copied, what follows), count of uses.
function authDataOf({ host, verified = true, syncable, counter = 0 }: Faults, follows: number): Buffer {
  const flags = 0x01 | (verified ? 0x04 : 0) | (syncable ? 0x18 : 0) | follows;
  const rest = Buffer.alloc(5);
  rest.writeUInt8(flags, 0);
  rest.writeUInt32BE(counter, 1);
  return Buffer.concat([
    createHash('sha256')
      .update(host ?? relyingParty().host)
      .digest(),
    rest,
  ]);
}

function coseKey(publicKey: KeyObject): Buffer {
  const { x, y } = publicKey.export({ format: 'jwk' });
  const part = (text: string | undefined) => new Uint8Array(Buffer.from(text ?? '', 'base64url'));
  const key = new Map<number, unknown>([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, part(x)],
    [-3, part(y)],
  ]);
  return Buffer.from(isoCBOR.encode(key as never));
}
