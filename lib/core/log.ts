import pino from 'pino';

import { env } from './env';
import { loggedAddress } from './logged-address';
import { loggedError } from './logged-error';

/** Structured log; what could identify or authenticate a person is never written. */
export const log = pino({
  level: env.LOG_LEVEL,
  base: undefined,
  serializers: { err: loggedError, url: loggedAddress, path: loggedAddress },
  redact: {
    paths: [
      'password',
      'passwordHash',
      'token',
      'code',
      'secret',
      'email',
      'phone',
      'cookie',
      'authorization',
      '*.password',
      '*.email',
      '*.phone',
      '*.token',
      '*.cookie',
      '*.authorization',
    ],
    censor: '[redacted]',
  },
});
