import { readableCode } from '@/lib/core/ids';
import { digestKey } from '@/lib/core/keys';
import { asCrockford } from '@/lib/core/typed';

import { transferCodeLength } from './choices';

const key = digestKey('ownership.transfer');

/** A new code by which a device is passed on: twelve letters and digits, 60 bits. */
export const newTransferCode = (): string => readableCode(transferCodeLength);

/** What the database keeps of a code, however it was typed. */
export const transferDigest = (code: string): string => key.digest(asCrockford(code).slice(0, 100));
