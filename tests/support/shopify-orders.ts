import type { ShopifyFile } from '@/lib/import/import-shopify';

import { lineOf, sheet } from './shopify-run';

/** The columns of an orders export that our files have. */
export const orderColumns = [
  ...[
    'Name',
    'Email',
    'Financial Status',
    'Paid at',
    'Fulfillment Status',
    'Fulfilled at',
    'Accepts Marketing',
    'Currency',
  ],
  ...['Subtotal', 'Shipping', 'Taxes', 'Total', 'Discount Code', 'Discount Amount', 'Shipping Method', 'Created at'],
  ...[
    'Lineitem quantity',
    'Lineitem name',
    'Lineitem price',
    'Lineitem sku',
    'Lineitem fulfillment status',
    'Billing Address1',
  ],
  ...['Billing Country', 'Shipping Name', 'Shipping Address1', 'Shipping City', 'Shipping Zip', 'Shipping Country'],
  ...[
    'Shipping Phone',
    'Notes',
    'Cancelled at',
    'Payment Method',
    'Payment Reference',
    'Refunded Amount',
    'Id',
    'Tags',
  ],
  ...['Lineitem discount', 'Tax 1 Name', 'Tax 1 Value', 'Phone'],
];
type Row = Record<string, string>;
/** An orders export with these rows. */
export const ordersFile = (...rows: Row[]): ShopifyFile =>
  sheet('orders_export.csv', orderColumns.join(','), ...rows.map((row) => lineOf(orderColumns, row)));
/** The first row of an order, which says all of it. */
export const firstRow = (more: Row = {}): Row => ({
  ...{ Name: '#1001', Email: 'ann@mill.example', 'Financial Status': 'paid', 'Fulfillment Status': 'fulfilled' },
  ...{
    'Paid at': '2024-05-01 10:15:30 +0200',
    'Fulfilled at': '2024-05-02 08:00:00 +0200',
    'Accepts Marketing': 'yes',
  },
  ...{
    Currency: 'EUR',
    Subtotal: '47.00',
    Shipping: '6.00',
    Taxes: '3.29',
    Total: '56.29',
    'Created at': '2024-05-01 10:14:00 +0200',
  },
  ...{ 'Lineitem quantity': '2', 'Lineitem name': 'Cup - Blue', 'Lineitem price': '16.00', 'Lineitem sku': 'CUP-1' },
  ...{ 'Lineitem fulfillment status': 'fulfilled', 'Shipping Name': 'Ann Example', 'Shipping Address1': '5 Mill Lane' },
  ...{ 'Shipping City': 'Leiden', 'Shipping Zip': "'02312", 'Shipping Country': 'NL', Id: '5550000001' },
  ...more,
});
/** A further row of an order, which says its line alone. */
export const furtherRow = (name: string, item: string, extra: Row = {}): Row => ({
  ...{ Name: name, Email: 'ann@mill.example', 'Created at': '2024-05-01 10:14:00 +0200', 'Lineitem quantity': '1' },
  ...{ 'Lineitem name': item, 'Lineitem price': '15.00', 'Lineitem fulfillment status': 'fulfilled', ...extra },
});
