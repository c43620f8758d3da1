import { checkPart } from '@/lib/core/address';

import type { Fault } from './sheet-pieces';

/** Why a handle cannot stand in a web address; null where it can. */
export function handleFault(handle: string, most = 255): Fault | null {
  if (handle === '') return { code: 'handle-missing', reason: 'the row has no handle' };
  if (handle.length > most) return { code: 'too-long', reason: `the handle is longer than ${most} characters` };
  if (/^\.{1,2}$/.test(handle))
    return { code: 'handle-invalid', reason: 'the handle means a folder in a web address, not a product' };
  if (checkPart(handle) === null || /[\s?#\uFFFD]/u.test(handle))
    return { code: 'handle-invalid', reason: 'the handle cannot stand in a web address' };
  return null;
}
