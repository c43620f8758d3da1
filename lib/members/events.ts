/** What happens in this domain, and what each event carries: ids and what its notices need, never personal data. */
export {};

declare module '@/lib/core/events' {
  interface Events {
    'member.joined': { memberId: string };
    'member.passwordReset': { memberId: string };
    'member.corrected': { memberId: string };
    'member.warned': { memberId: string; warningId: string };
    'member.suspended': { memberId: string; suspensionId: string };
    'factor.added': { memberId: string };
    'factor.changed': { memberId: string };
    'factor.recovered': { memberId: string };
    'factor.reset': { memberId: string };
    'factor.doubted': { memberId: string };
    'phone.changed': { memberId: string; change: 'added' | 'replaced' | 'removed' | 'lost' };
    'member.suspensionLifted': { memberId: string; suspensionId: string };
  }
}
