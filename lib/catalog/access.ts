import { anyId, type Access } from '@/lib/core/access';

export const access: Access = {
  actions: {
    addPicturesAction: ['catalog.edit'],
    editPicturesAction: ['catalog.edit'],
    editProductAction: ['catalog.edit'],
  },
  commands: {
    addPictures: ['catalog.edit'],
    editPictures: ['catalog.edit'],
    editProduct: ['catalog.edit'],
    publishProduct: ['catalog.edit'],
    saveProduct: ['catalog.edit'],
    setPrice: ['catalog.edit'],
    showPictureInProducts: ['catalog.edit'],
  },
  flows: {
    bringPictures: ['catalog.edit'],
    requirePictures: 'members',
    keepImage: { members: 'asks requirePictures first; tried as POST /api/upload' },
  },
  sample: {
    handle: 'thing',
    title: 'A thing',
    variants: [{ title: 'One', priceMinor: 1, currency: 'USD' }],
    variantId: anyId,
    currency: 'USD',
    amountMinor: 1,
    productIds: [anyId],
    url: 'https://cdn.example.com/a.png',
    path: '/files/a.webp',
    productId: anyId,
    shown: 1,
    pictures: [],
    rows: [],
    locale: 'en',
    state: 'DRAFT',
    grid: { optionNames: [], variants: [] },
  },
  data: { shelf: [[]], productPage: [['crowd-1']] },
  pages: {
    'staff/products': [{}, { search: { q: 'crowd', status: 'ACTIVE' } }],
    'staff/products/new': 'shows an empty form and asks the database for the brand alone',
    'staff/products/[id]': [{ params: { id: 'crowd:product' } }],
  },
  viewed: ['/en/products/crowd-1'],
};
