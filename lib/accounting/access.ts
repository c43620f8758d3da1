import type { Access } from '@/lib/core/access';

export const access: Access = {
  commands: { bookCredit: 'step', bookMoves: 'step', holdBooks: 'step', turnTo: 'step' },
  flows: { exportBooks: ['accounting.read'] },
  pages: { 'staff/accounting': [{}, { search: { month: '2026-11' } }] },
};
