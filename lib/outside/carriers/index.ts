import { env } from '@/lib/core/env';

import type { Carrier } from './carrier';
import { demoCarrier } from './demo/demo-carrier';
import { manualCarrier } from './manual';

export { CarrierRefused, carrierEventKinds } from './carrier';
export type { Carrier, CarrierEvent, CarrierEventKind, Service } from './carrier';

const carriers: Record<string, Carrier> = { manual: manualCarrier(), demo: demoCarrier() };

/** The carrier of a name; null where there is none such. One that new labels are no longer bought of can still be asked. */
export const carrierOf = (name: string): Carrier | null => carriers[name] ?? null;

/** The carriers that new labels are bought of: the demo's where the demo gateway is, and any that staff deal with themselves. */
export const carriersForNew = (): Carrier[] =>
  [...(env.hasDemoGateway ? ['demo'] : []), 'manual'].map((name) => carriers[name]!);

/** Puts another carrier in a name's place (tests only). */
export function replaceCarrier(name: string, carrier: Carrier): void {
  carriers[name] = carrier;
}
