import { anyId, type Access } from '@/lib/core/access';

export const access: Access = {
  commands: { saveProduct: ['catalog.edit'], showPictureInProducts: ['catalog.edit'] },
  flows: {
    requirePictures: 'members',
    keepImage: { members: 'asks requirePictures first; tried as POST /api/upload' },
  },
  sample: {
    handle: 'thing',
    title: 'A thing',
    variants: [{ title: 'One', priceMinor: 1, currency: 'USD' }],
    productIds: [anyId],
    url: 'https://cdn.example.com/a.png',
    path: '/files/a.webp',
  },
  data: { shelf: [[]], productPage: [['crowd-1']] },
  viewed: ['/en/products/crowd-1'],
};
