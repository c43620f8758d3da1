import { declareActs } from '@/lib/core/acts';

const parts = { words: 'parts', of: 'catalog' } as const;
const reason = { word: 'prices.form.reasons', of: 'catalog' } as const;

/** What stands beside the acts of this domain in the audit log. */
export const catalogActs = declareActs({
  'product.make': ['productMake', { title: 'text' }],
  'product.edit': ['productEdit', { title: 'text', version: 'count', parts }],
  'product.addPictures': ['productPictures', { title: 'text', count: 'count' }],
  'product.editPictures': ['productMake', { title: 'text' }],
  'product.deletePicture': ['productMake', { title: 'text' }],
  'product.export': ['exported', { filters: 'text' }],
  'collection.save': ['collection', { title: 'text' }],
  'collection.delete': ['collection', { title: 'text' }],
  'product.publish': ['productMake', { title: 'text' }],
  'product.price': ['productPrice', { title: 'text', price: 'text', reason, from: 'moment' }],
  'product.planPrice': [
    'productPricePlanned',
    { title: 'text', price: 'text', reason, from: 'moment', until: 'moment' },
  ],
  'product.withdrawPrice': ['productPriceBack', { title: 'text', price: 'text', reason }],
});
