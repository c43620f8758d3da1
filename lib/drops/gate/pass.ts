import { hash, timingSafeEqual } from 'node:crypto';

import { signingKey } from '@/lib/core/keys';
import type { Channel } from '@/lib/core/prisma-client/enums';

/** What a pass says: this member may claim in this drop, through these channels, until then. */
export type Pass = {
  memberId: string;
  dropId: string;
  channels: readonly Channel[];
  emailKey: string | null;
  until: number;
};

// The order gives each channel its bit, and an eligible member the channel that is tried first.
const order: readonly Channel[] = ['STAFF', 'BETA', 'RESERVED', 'PUBLIC'];
const version = 1;
const headBytes = 38;
const macBytes = 16;

/**
 * Seals a pass: version, channels, member, drop and end in 38 bytes, then the e-mail limit's digest, then the first 16
 * bytes of HMAC-SHA256 over all of it; as base64url.
 */
export function sealPass({ memberId, dropId, channels, emailKey, until }: Pass): string {
  const body = Buffer.alloc(headBytes + (emailKey?.length ?? 0));
  body.writeUInt8(version, 0);
  body.writeUInt8(
    order.reduce((bits, channel, at) => (channels.includes(channel) ? bits | (1 << at) : bits), 0),
    1,
  );
  body.write(memberId.replaceAll('-', ''), 2, 'hex');
  body.write(dropId.replaceAll('-', ''), 18, 'hex');
  body.writeUInt32BE(Math.floor(until / 1000), 34);
  if (emailKey) body.write(emailKey, headBytes, 'latin1');
  const { inner, outer } = (pads ??= makePads());
  return Buffer.concat([body, macOf(Buffer.concat([inner.subarray(0, block), body]), outer)]).toString('base64url');
}

/** Opens a pass for a drop; null when it is forged, spoilt, or for another drop. The caller checks whether it has expired. */
export function openPass(sealed: string, dropId: string): Pass | null {
  if (sealed.length > mostLetters) return null;
  const { inner, outer } = (pads ??= makePads());
  const length = inner.write(sealed, block, 'base64url') - macBytes;
  if (length < headBytes || inner[block] !== version) return null;
  const end = block + length;
  if (!timingSafeEqual(macOf(inner.subarray(0, end), outer), inner.subarray(end, end + macBytes))) return null;
  if (uuidAt(inner, block + 18) !== dropId) return null;
  const bits = inner[block + 1] ?? 0;
  return {
    memberId: uuidAt(inner, block + 2),
    dropId,
    channels: order.filter((_, at) => bits & (1 << at)),
    emailKey: length > headBytes ? inner.toString('latin1', block + headBytes, end) : null,
    until: inner.readUInt32BE(block + 34) * 1000,
  };
}

const key = signingKey('drops.pass');
let pads: { inner: Buffer; outer: Buffer } | undefined;
const [block, digestBytes, mostLetters] = [64, 32, 160];
const mac = Buffer.alloc(macBytes);

// HMAC by RFC 2104, as two one-shot digests over reused buffers: an Hmac object for each claim,
// or a Buffer for each digest, costs more than the digests. `padded` is the inner pad and the text behind it.
function macOf(padded: Buffer, outer: Buffer): Buffer {
  outer.write(hash('sha256', padded, 'hex'), block, 'hex');
  mac.write(hash('sha256', outer, 'hex'), 'hex');
  return mac;
}

// Buffers for the pads, each followed by the bytes to digest.
function makePads(): { inner: Buffer; outer: Buffer } {
  const filled = Buffer.concat([key.bytes()], block);
  const pad = (mask: number, bytes: number) => Buffer.concat([filled.map((byte) => byte ^ mask)], block + bytes);
  return { inner: pad(0x36, mostLetters), outer: pad(0x5c, digestBytes) };
}

function uuidAt(bytes: Buffer, at: number): string {
  const hex = bytes.toString('hex', at, at + 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
