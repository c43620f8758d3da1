import type { Access } from '@/lib/core/access';

export const access: Access = {
  actions: { savePointAction: ['service.edit'] },
  commands: { savePoint: ['service.edit'] },
  sample: {
    ...{ name: 'Depot', nameZh: '网点', address: 'Street 1', addressZh: '', place: { latitude: 1, longitude: 1 } },
    ...{ pointZone: 'UTC', week: [], country: '', region: '', capabilities: ['REPAIR'], languages: [], phone: '' },
    ...{ shown: 0, listed: true },
  },
  data: { servicePage: [[]] },
  pages: {
    'staff/service': [{}],
    'staff/service/new': 'shows an empty form and asks the database nothing',
    'staff/service/[id]': [{ params: { id: 'crowd:servicePoint' } }],
  },
};
