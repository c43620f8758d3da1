import type { NextConfig } from 'next';

import { securityHeaders } from './lib/server/headers';
import { wholePageAgents } from './lib/server/next-quirks/whole-pages';

const config: NextConfig = {
  cacheComponents: true,
  partialPrefetching: true,
  typedRoutes: false,
  reactStrictMode: true,
  // The type check is a step of its own in `npm test`.
  typescript: { ignoreBuildErrors: true, tsconfigPath: process.env.NEXT_TSCONFIG ?? 'tsconfig.json' },
  poweredByHeader: false,
  // By itself Next lets only `localhost` hear of edits.
  allowedDevOrigins: ['127.0.0.1', '[::1]'],
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  // A cached page is at most five seconds behind a write that this process did not hear of.
  cacheLife: { live: { stale: 30, revalidate: 5, expire: 300 } },
  serverExternalPackages: [
    '@node-rs/argon2',
    'graphile-worker',
    'pg',
    'fontkit',
    'pdfkit',
    'pino',
    'sharp',
    'undici',
    'sanitize-html',
    'nodemailer',
    'stripe',
    // Its module form is called CommonJS by its own package, which Turbopack refuses.
    'chinese-days',
    'date-holidays',
  ],
  // Pages made on demand stay in memory, which is bounded, and never fill the disk.
  experimental: {
    isrFlushToDisk: false,
    // Each build has a folder of its own, where no later one would find the compiler's cache of 160 MB.
    turbopackFileSystemCacheForBuild: false,
    // The front bounds each form by its address, and lets one with a picture be as long as the picture may.
    serverActions: { bodySizeLimit: '33mb' },
  },
  // Of two memories each, that of pages and that of what they are made of; text takes up to twice what is counted.
  cacheMaxMemorySize: 64 * 1024 * 1024,
  // The browser gets sentences parsed and carries no parser; on the server they may come either way.
  turbopack: {
    resolveAlias: {
      'use-intl/format-message': {
        browser: './components/i18n/format-in-browser.ts',
        default: './components/i18n/format-message.ts',
      },
    },
  },

  images: { unoptimized: true },
  // Public documents carry their metadata in their first bytes, so no crawler needs another rendering of them.
  htmlLimitedBots: wholePageAgents,
  headers: async () => [{ source: '/:path*', headers: securityHeaders }],
};

export default config;
