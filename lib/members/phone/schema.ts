import { z } from 'zod';

import { secret } from '@/lib/core/fields';
import { language } from '@/lib/core/pieces';
import { typed } from '@/lib/core/typed';

import { displayName, emailCodeInput, handle, passwordInput } from '../schema';

const locale = language.catch('en');
const next = z.string().max(500).optional();

/** A number as it is typed, and the country of its code. */
const number = {
  phone: typed(40).pipe(z.string().min(1, 'code:required')),
  country: z.string().regex(/^[A-Z]{2}$/, 'code:required'),
};

/** What the browser has worked out before a code is sent for it. */
const proof = secret(
  z
    .string()
    .max(2_000)
    .regex(/^[A-Za-z0-9+/=]*$/, 'code:bad-value')
    .default(''),
);
const { oldPassword } = passwordInput.shape;
const { code } = emailCodeInput.shape;

export const askPhoneInput = z.object({ ...number, proof, locale, next });
export const resendPhoneInput = z.object({ proof, locale });
export const enterPhoneInput = z.object({ code, locale, next });
export const keepPhoneInput = z.object({ locale, next });
export const joinPhoneInput = z.object({ name: displayName, handle, locale, next });
export const newPhoneInput = z.object({ ...number, oldPassword });
export const phoneCodeInput = z.object({ code });
export const dropPhoneInput = z.object({ oldPassword });
export const testSmsInput = z.object(number);
