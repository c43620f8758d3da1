/**
 * Events that reactions follow. Each domain adds its own, with what they carry, in its `events.ts`: ids and what their
 * notices need, never personal data.
 */
export interface Events {}

/** Events that are kept for the record and that nothing follows: no job is queued for them. */
export interface Records {}

export type EventName = keyof Events;
export type RecordName = keyof Records;

/** An event as its reactions receive it. */
export type RecordedEvent<N extends EventName = EventName> = {
  id: string;
  name: N;
  payload: Events[N];
  actorId: string | null;
  at: Date;
};
