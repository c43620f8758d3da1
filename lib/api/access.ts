import { anyId, type Access } from '@/lib/core/access';

const bearer = { bearer: 'a key of the API, which staff made and may revoke; no session is looked at' };

export const access: Access = {
  actions: { makeKeyAction: ['api.manageKeys'], revokeKeyAction: ['api.manageKeys'] },
  endpoints: {
    'GET /api/admin/v1/orders': bearer,
    'GET /api/admin/v1/orders/:number': bearer,
    'POST /api/admin/v1/orders/:number/shipments': bearer,
    'POST /api/admin/v1/orders/:number/tracking': bearer,
    'GET /api/admin/v1/products': bearer,
    'GET /api/admin/v1/openapi.json': 'everyone',
  },
  commands: {
    makeKey: ['api.manageKeys'],
    revokeKey: ['api.manageKeys'],
    answerOnce: 'step',
    noteAddressRead: 'step',
    noteUse: 'step',
  },
  sample: { name: 'Warehouse', scopes: [], id: anyId },
  pages: { 'staff/settings/api': [{}], 'staff/settings/api/reference': 'reads nothing from the database' },
};
