/** What happens in this domain, and what each event carries: ids and what its notices need, never personal data. */
export {};

declare module '@/lib/core/events' {
  interface Events {
    'drop.cancelled': { dropId: string };
    'wave.added': { waveId: string; dropId: string };
    /** `to` is when it closes since. */
    'wave.extended': { waveId: string; dropId: string; to?: string };
    /** `to` is when it opens since. */
    'wave.postponed': { waveId: string; dropId: string; from: string; to?: string };
    'wave.decided': { waveId: string; dropId: string };
    'unit.offered': { claimId: string; dropId: string };
    'fCode.issued': { codeId: string; dropId: string };
    'reservation.reminded': { waveId: string; memberIds: string[] };
  }
  interface Records {
    'drop.announced': { dropId: string };
    'claim.released': { claimId: string; dropId: string; cause: string };
  }
}
