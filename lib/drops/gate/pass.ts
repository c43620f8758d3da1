import { createHmac, hash, timingSafeEqual } from 'node:crypto';

import { env } from '@/lib/core/env';
import type { Channel } from '@/lib/core/prisma-client/enums';

/** What a pass says: this member may claim in this drop, through these channels, until then. */
export type Pass = { memberId: string; dropId: string; channels: readonly Channel[]; emailKey: string | null; until: number };

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
  body.writeUInt8(order.reduce((bits, channel, at) => (channels.includes(channel) ? bits | (1 << at) : bits), 0), 1);
  body.write(memberId.replaceAll('-', ''), 2, 'hex');
  body.write(dropId.replaceAll('-', ''), 18, 'hex');
  body.writeUInt32BE(Math.floor(until / 1000), 34);
  if (emailKey) body.write(emailKey, headBytes, 'latin1');
  return Buffer.concat([body, macOf(body)]).toString('base64url');
}

/** Opens a pass for a drop; null when it is forged, spoilt, or for another drop. Whether it is still good, the caller asks. */
export function openPass(sealed: string, dropId: string): Pass | null {
  if (sealed.length > 160) return null;
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < headBytes + macBytes || bytes[0] !== version) return null;
  const body = bytes.subarray(0, -macBytes);
  if (!timingSafeEqual(macOf(body), bytes.subarray(-macBytes))) return null;
  if (uuidAt(body, 18) !== dropId) return null;
  const bits = body[1] ?? 0;
  return {
    memberId: uuidAt(body, 2),
    dropId,
    channels: order.filter((_, at) => bits & (1 << at)),
    emailKey: body.length > headBytes ? body.toString('latin1', headBytes) : null,
    until: body.readUInt32BE(34) * 1000,
  };
}

let pads: { inner: Buffer; outer: Buffer } | undefined;

// HMAC as RFC 2104 spells it out, by two one-shot digests: making an Hmac object for each claim costs more than both.
function macOf(body: Buffer): Buffer {
  pads ??= makePads(createHmac('sha256', env.AUTH_SECRET).update('millet drop pass').digest());
  const inner = hash('sha256', Buffer.concat([pads.inner, body]), 'buffer');
  return hash('sha256', Buffer.concat([pads.outer, inner]), 'buffer').subarray(0, macBytes);
}

function makePads(key: Buffer): { inner: Buffer; outer: Buffer } {
  const block = Buffer.concat([key], 64);
  return { inner: Buffer.from(block.map((byte) => byte ^ 0x36)), outer: Buffer.from(block.map((byte) => byte ^ 0x5c)) };
}

function uuidAt(bytes: Buffer, at: number): string {
  const hex = bytes.toString('hex', at, at + 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
