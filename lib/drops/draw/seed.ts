import { randomBytes } from 'node:crypto';

import { sha256 } from '@/lib/core/ids';

import { isRanked, type Rule } from '../policy';

export type WaveSeed = { seed: string; seedHash: string } | { seed: null; seedHash: null };

/** The secret by which a wave will be ranked, and its fingerprint for the public; nothing where claims are taken as they come. */
export function makeSeed(rule: Rule): WaveSeed {
  if (!isRanked(rule)) return { seed: null, seedHash: null };
  const seed = randomBytes(32).toString('hex');
  return { seed, seedHash: sha256(seed) };
}
