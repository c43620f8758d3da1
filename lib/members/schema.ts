import { z } from 'zod';

import { roles } from '@/lib/core/actor';

import { commonPasswords } from './common-passwords';

const reserved = new Set(['admin', 'administrator', 'api', 'help', 'me', 'millet', 'mod', 'moderator', 'official', 'root', 'staff', 'support', 'system', 'team']);

export const email = z.string().trim().toLowerCase().max(254).pipe(z.email());

export const handle = z
  .string().trim().toLowerCase().min(3).max(20)
  .regex(/^[a-z0-9]+(?:[_-][a-z0-9]+)*$/, 'code:bad-handle')
  .refine((value) => !reserved.has(value), 'code:handle-reserved');

export const displayName = z.string().trim().min(1).max(50).refine((value) => /[\p{L}\p{N}]/u.test(value), 'code:bad-value');

export const newPassword = z
  .string().min(10).max(200)
  .refine((value) => !commonPasswords.has(value.toLowerCase()), 'code:password-common')
  .refine((value) => new Set(value).size > 3, 'code:password-common');

/** A code as people type it: spaces and dashes between the digits are forgiven. */
export const typedCode = z.string().transform((value) => value.replace(/[\s-]/g, '')).pipe(z.string().regex(/^\d{6}$/, 'code:bad-code'));

const localePart = z.enum(['en', 'zh']).catch('en');
const next = z.string().max(500).optional();

export const signUpInput = z
  .object({ name: displayName, handle, email, password: newPassword, locale: localePart, next })
  .refine((input) => !echoes(input.password, input.handle, input.email), { path: ['password'], message: 'code:password-echo' });

export const signInInput = z.object({ email, password: z.string().min(1).max(200), locale: localePart, next });
export const confirmInput = z.object({ code: typedCode, handle: handle.optional(), locale: localePart, next });
export const forgotInput = z.object({ email, locale: localePart, next });
export const resetInput = z.object({ code: typedCode, password: newPassword, locale: localePart, next });
export const localeInput = z.object({ locale: localePart });

export const profileInput = z.object({ name: displayName, bio: z.string().trim().max(500), language: z.enum(['en', 'zh']) });
export const avatarInput = z.object({ picture: z.instanceof(File, { message: 'code:required' }) });
export const passwordInput = z.object({ oldPassword: z.string().max(200).default(''), password: newPassword });
export const emailInput = z.object({ email, oldPassword: z.string().max(200).default('') });
export const emailCodeInput = z.object({ code: typedCode });

export const memberRef = z.object({ memberId: z.uuid() });
export const reason = z.string().trim().min(3).max(500);
export const roleInput = memberRef.extend({ role: z.enum(roles), reason });
export const trustInput = memberRef.extend({ level: z.enum(['auto', '0', '1', '2', '3', '4']), reason });
export const reasonInput = memberRef.extend({ reason });
export const suspendInput = memberRef.extend({ reason, days: z.enum(['1', '7', '30', 'open']) });

/** Whether a password only repeats what everybody can see or guess of its owner. */
export function echoes(password: string, ...known: string[]): boolean {
  const said = password.toLowerCase();
  return known.flatMap((each) => [each, each.split('@')[0] ?? each]).some((each) => each.toLowerCase() === said);
}
