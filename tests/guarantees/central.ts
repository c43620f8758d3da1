/** Rows of what belongs to no domain. */
import type { Access } from '@/lib/core/access';

export const central: Access = {
  endpoints: { 'GET /api/viewer': 'everyone' },
  data: { homePage: [[]], parts: [[]], addresses: [['pages'], ['products'], ['threads-20']] },
  pages: { staff: [{}], 'staff/figures': [{}, { search: { days: '91' } }] },
  viewed: ['/en'],
};

/** Handlers without a session: public ones, or those with a proof of their own. The list in architecture/endpoints.test.ts has the reasons. */
export const openHandlers = [
  'app/[locale]/(site)/(community)/boards/[slug]/feed.xml/route.ts',
  'app/[locale]/manifest.webmanifest/route.ts',
  'app/api/auth/[...nextauth]/route.ts',
  'app/api/health/route.ts',
  'app/brand-icons/[name]/route.ts',
  'app/files/[key]/route.ts',
  'app/route.ts',
  'app/sitemap.xml/[part]/route.ts',
  'app/sitemap.xml/route.ts',
  'app/passport/[key]/route.ts',
  'app/u/[handle]/route.ts',
];

/** Handlers that admit by a signature: without it they answer everybody with this status. */
export const sealedHandlers: Record<string, number> = { 'app/api/internal/tags/route.ts': 404 };

/** Handlers that ask for the session: handlers.test.ts tries them one by one. */
export const askingHandlers = [
  'app/[locale]/(site)/(account)/order/[key]/invoice/[id]/route.ts',
  'app/[locale]/(site)/(account)/orders/[number]/invoice/[id]/route.ts',
  'app/[locale]/staff/orders/[number]/invoice/[id]/route.ts',
  'app/[locale]/staff/orders/[number]/label/[id]/route.ts',
  'app/[locale]/staff/orders/bulk/[id]/[paper]/[part]/route.ts',
  'app/[locale]/(site)/(account)/order/[key]/paid/route.ts',
  'app/[locale]/(site)/(account)/orders/[number]/paid/route.ts',
  'app/api/bulk/[id]/route.ts',
  'app/api/export/[list]/route.ts',
  'app/api/imports/parts/route.ts',
  'app/api/preview/route.ts',
  'app/api/upload/route.ts',
];
