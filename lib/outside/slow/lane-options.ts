/** What a process for slow tasks is called, how much may wait for it, and how much it may take. */
export type LaneOptions = {
  /** Name in the register of memories. */
  name: string;
  holds: string;
  /** Tasks at once. */
  atOnce: number;
  /** Tasks that wait at most, with the bytes that they hold, and how long. */
  count: number;
  bytes: number;
  waitMs: number;
  /** Tasks of one owner at most, of which one runs at a time. */
  perOwner: number;
  /** A task that takes longer is given up, and its process with it. */
  limitMs: number;
  /** How much the process gives way to others, from 0 to 19. */
  niceness: number;
  /** The process ends when it had nothing to do for so long; 0: it stays. */
  idleMs: number;
};
