'use client';

import { useEffect } from 'react';

/** Takes `?returned=1` out of the address once it has served: a page that is kept or shared says nothing of how one came to it. */
export function ForgetReturn() {
  useEffect(() => window.history.replaceState(null, '', window.location.pathname), []);
  return null;
}
