import { anyId, type Access } from '@/lib/core/access';

export const access: Access = {
  actions: { receiveSerialsAction: ['units.edit'], noteUnitAction: ['units.edit'] },
  commands: {
    receiveSerials: ['units.edit'],
    noteUnit: ['units.edit'],
    packUnits: 'step',
    ownUnits: 'step',
    freeUnits: 'step',
    returnUnits: 'step',
    handBack: 'step',
    loseUnits: 'step',
    holdUnits: 'step',
    passUnit: 'step',
    noteRecalled: 'step',
    noteRemedied: 'step',
    releaseRecalled: 'step',
  },
  flows: { shipOrder: ['orders.ship'], noteUnitEvent: ['units.edit'] },
  sample: { variantId: anyId, serials: 'AB-1', unitId: anyId, kind: 'LOST', note: '', shown: 1 },
  pages: {
    'staff/units': [{}, { search: { q: 'crowd' } }, { search: { state: 'OWNED' } }],
    'staff/units/labels': [{ search: { unit: 'crowd:unit', all: '1' } }],
    'staff/units/[id]': [{ params: { id: 'crowd:unit' } }],
  },
};
