import { after, minute } from '@/lib/core/time';

import type { CarrierEvent, CarrierEventKind, HandedOver } from '../carrier';
import { serialOf } from './demo-number';

type Planned = [minutes: number, kind: CarrierEventKind, place: string];

const begin: Planned[] = [
  [1, 'ACCEPTED', 'Demo depot'],
  [4, 'IN_TRANSIT', 'Demo hub'],
];
const smooth: Planned[] = [...begin, [10, 'OUT_FOR_DELIVERY', ''], [15, 'DELIVERED', '']];
const late: Planned[] = [...begin, [10, 'EXCEPTION', 'Demo hub'], [20, 'OUT_FOR_DELIVERY', ''], [25, 'DELIVERED', '']];
const back: Planned[] = [...begin, [10, 'OUT_FOR_DELIVERY', ''], [15, 'EXCEPTION', ''], [25, 'RETURNED', 'Demo depot']];

/**
 * What happens to a parcel of the demo carrier, within half an hour of its being handed over. The last two digits of its serial say what: 18 comes late,
 * 19 comes back, of each twenty.
 */
export function demoEvents({ tracking, at }: HandedOver, now: Date): CarrierEvent[] {
  const serial = serialOf(tracking);
  if (serial === null) return [];
  const plan = { 18: late, 19: back }[serial % 20] ?? smooth;
  return plan
    .map(([minutes, kind, place]) => ({ key: `${tracking}-${minutes}`, kind, place, at: after(at, minutes * minute) }))
    .filter((event) => event.at <= now);
}
