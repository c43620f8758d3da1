'use client';

import { browserSupportsWebAuthn } from '@simplewebauthn/browser';
import { useSyncExternalStore } from 'react';

/** Whether this browser has passkeys; null until it was asked, as on the server. */
export function usePasskeys(): boolean | null {
  return useSyncExternalStore(never, browserSupportsWebAuthn, () => null);
}

const never = () => () => undefined;
