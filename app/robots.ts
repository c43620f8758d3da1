import type { MetadataRoute } from 'next';
import { connection } from 'next/server';

import { env } from '@/lib/core/env';

const forMembers = [
  'account',
  'notifications',
  'orders',
  'owned',
  'checkout',
  'mailbox',
  'inner',
  'new',
  'search',
  'compare',
  'staff',
  'sign-in',
  'sign-up',
  'confirm',
  'forgot',
];

/** Lets search engines read what guests read. Made when asked: the site's own address is a setting of the running server. */
export default async function robots(): Promise<MetadataRoute.Robots> {
  await connection();
  const disallowed = ['en', 'zh'].flatMap((locale) => forMembers.map((segment) => `/${locale}/${segment}`));
  return {
    rules: { userAgent: '*', allow: '/', disallow: ['/api/', '/demo-pay/', ...disallowed] },
    sitemap: new URL('/sitemap.xml', env.PUBLIC_URL).href,
  };
}
