import { CarrierRefused, type Carrier } from './carrier';

const own = { id: 'own', name: { en: 'Address label', zh: '地址标签' } };

/** Any carrier that the store does not speak with: the label bears the address alone, and staff type what the carrier gives. */
export function manualCarrier(): Carrier {
  // Nobody else keeps books of it: an id is all there is.
  const labelOf = (labelId: string) => ({ ref: labelId, tracking: '', printed: '' });
  return {
    name: 'manual',
    title: null,
    tracks: false,
    getServices: async () => [own],
    buyLabel: async ({ labelId, service }) => {
      if (service !== own.id) throw new CarrierRefused('service');
      return labelOf(labelId);
    },
    findLabel: async (labelId) => labelOf(labelId),
    cancelLabel: async () => undefined,
    getEvents: async () => [],
  };
}
