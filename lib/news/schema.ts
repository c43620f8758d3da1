import { z } from 'zod';

import { emailField } from '@/lib/core/email';
import { locales } from '@/lib/core/locale';

/** What the form for news sends. */
export const askInput = z.object({ email: emailField, locale: z.enum(locales) });

/** What a link of a mail sends. */
export const linkInput = z.object({ key: z.string().regex(/^[\w.-]{1,200}$/) });
