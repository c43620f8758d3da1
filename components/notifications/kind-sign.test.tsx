import { Timer } from 'lucide-react';
import { expect, it } from 'vitest';

import { kinds } from '@/lib/notifications/kinds';

import { signOf } from './kind-sign';

it('every kind that is told in the app has a sign of its own', () => {
  const told = Object.entries(kinds).filter(([, needs]) => 'app' in needs);
  expect(told.map(([kind]) => kind).filter((kind) => !signOf(kind))).toEqual([]);
  expect([signOf('waveWon'), signOf('fCodeIssued'), signOf('unitOffered')]).toEqual([Timer, Timer, Timer]);
});
