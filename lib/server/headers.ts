import { playerOrigins } from '../pages/choices/videos';

// Public pages are one cached document for everyone, so no nonce can be put into them: inline scripts that Next
// writes are allowed, everything else comes from this origin. User HTML is sanitised when it is written.
const policy = [
  "default-src 'self'",
  `script-src 'self' 'unsafe-inline'${process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : ''}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob: https:",
  "font-src 'self'",
  "manifest-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  // Videos in pages of one's own, which load when a reader asks for them.
  `frame-src 'self' ${playerOrigins.join(' ')}`,
  "base-uri 'none'",
  "form-action 'self' https://checkout.stripe.com",
  "frame-ancestors 'none'",
].join('; ');

/** Headers on every answer. */
export const securityHeaders = [
  { key: 'Content-Security-Policy', value: policy },
  { key: 'Strict-Transport-Security', value: 'max-age=63072000; includeSubDomains' },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  {
    key: 'Permissions-Policy',
    value:
      'camera=(), microphone=(), geolocation=(), payment=(self), browsing-topics=(), ' +
      'publickey-credentials-create=(self), publickey-credentials-get=(self)',
  },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
];

/** The same as one object, for answers that are written by hand. */
export const securityHeaderFields: Readonly<Record<string, string>> = Object.fromEntries(
  securityHeaders.map(({ key, value }) => [key, value]),
);
