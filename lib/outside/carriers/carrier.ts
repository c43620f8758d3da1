/** What the store asks of a carrier. One contract test runs against each. */
export type Carrier = {
  name: string;
  /** What buyers read of who brings the parcel; null where staff type it for each. */
  title: string | null;
  /** Whether its parcels can be followed: its labels bear a number, and it tells what happens to them. */
  tracks: boolean;
  /** The services that it offers for a parcel, the one to be taken first; none where it takes none of that kind. */
  getServices(parcel: ParcelShape): Promise<Service[]>;
  /** Buys a label; asked again with the same label id, answers the same one. Refuses with CarrierRefused what will never do. */
  buyLabel(label: NewLabel): Promise<BoughtLabel>;
  /** The label that was bought with an id, where the answer was lost; null where there is none. */
  findLabel(labelId: string): Promise<BoughtLabel | null>;
  /** Gives a label back that was not used; again, where it was given back before, does nothing. */
  cancelLabel(labelId: string): Promise<void>;
  /** What has happened to a parcel since it was handed over, the earliest first; each event keeps its key. */
  getEvents(parcel: HandedOver, now: Date): Promise<CarrierEvent[]>;
};

export type ParcelShape = { country: string; grams: number };
export type Service = { id: string; name: { en: string; zh: string } };

export type NewLabel = ParcelShape & {
  /** The store's own id of it: asked with it again, the same label is meant. */
  labelId: string;
  service: string;
  orderNumber: string;
  /** Where it goes and who sends it, line by line as on the label. */
  to: string[];
  from: string[];
};

/** `printed` is what stands on it of the carrier and its service. */
export type BoughtLabel = { ref: string; tracking: string; printed: string };
export type HandedOver = { tracking: string; at: Date };

export const carrierEventKinds = [
  'ACCEPTED',
  'IN_TRANSIT',
  'OUT_FOR_DELIVERY',
  'DELIVERED',
  'EXCEPTION',
  'RETURNED',
] as const;
export type CarrierEventKind = (typeof carrierEventKinds)[number];

/** `key` is the carrier's own name of the event, the same however often it is told; `place` is empty where it says none. */
export type CarrierEvent = { key: string; kind: CarrierEventKind; at: Date; place: string };

/** Why a carrier will not give a label: the service, the country or the weight is none of its; or it was given back before. */
export type CarrierRefusal = 'service' | 'country' | 'weight' | 'cancelled';

/** What a carrier will not do, however often it is asked. */
export class CarrierRefused extends Error {
  constructor(readonly code: CarrierRefusal) {
    super(`The carrier refused: ${code}`);
    this.name = 'CarrierRefused';
  }
}
