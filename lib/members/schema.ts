import { z } from 'zod';

import { emailField } from '@/lib/core/email';
import { atLeast, maybeLines, nameLine, oneLine, secret } from '@/lib/core/fields';
import { moment, withMoments } from '@/lib/core/form-moments';
import { language, orNothing, reason, ticked } from '@/lib/core/pieces';
import { permissions } from '@/lib/permissions';
import { asCode, asTyped, typed } from '@/lib/core/typed';

import { commonPasswords } from './common-passwords';
import { assertionAnswer, registrationAnswer } from './passkey-answer';
import { passwordText } from './password-text';
import { isReserved } from './reserved-handles';

export const email = emailField;

export const handle = typed(100, (text) => asTyped(text).toLowerCase())
  .pipe(
    z
      .string()
      .min(3)
      .max(20)
      .regex(/^[a-z0-9]+(?:[_-][a-z0-9]+)*$/, 'code:bad-handle'),
  )
  .refine((value) => !isReserved(value), 'code:handle-reserved');

export const nameMost = 50;
export const bioMost = 500;
export const displayName = nameLine(nameMost);

const newPassword = secret(
  z
    .string()
    .max(1_000)
    .transform(passwordText)
    .pipe(z.string().max(200).superRefine(atLeast(10)))
    .refine((value) => !/[\p{Cc}\p{Cs}]/u.test(value), 'code:bad-value')
    .refine((value) => !commonPasswords.has(value.toLowerCase()), 'code:password-common')
    .refine((value) => new Set(value).size > 3, 'code:password-common'),
);

/** The password that is known already, as it is typed. */
const oldPassword = z.string().max(1_000);

/** A code as people type it: spaces and dashes between the digits are forgiven. */
export const typedCode = secret(typed(100, asCode).pipe(z.string().regex(/^\d{6}$/, 'code:bad-code')));

/** What was copied may have the whole address before it. */
const oneTimeKey = typed(2_000, (text) => asTyped(text).replace(/^.*#/, '')).pipe(z.string().min(1, 'code:required'));

const localePart = language.catch('en');
const next = z.string().max(500).optional();

const roleKey = z.string().regex(/^[\w-]{1,50}$/);

const account = { name: displayName, handle, email, password: newPassword, locale: localePart };
const withoutEcho = [
  (input: { password: string; handle: string; email: string }) => !echoes(input.password, input.handle, input.email),
  { path: ['password'], message: 'code:password-echo' },
] as [(input: { password: string; handle: string; email: string }) => boolean, object];

export const signUpInput = z.object({ ...account, next }).refine(...withoutEcho);
export const firstAdminInput = z.object(account).refine(...withoutEcho);

/** The key of a one-time address, as the browser found it behind the address or somebody copied it. */
export const keyInput = z.object({ key: secret(oneTimeKey), locale: localePart });

export const signInInput = z.object({ email, password: secret(oldPassword.min(1)), locale: localePart, next });
export const confirmInput = z.object({ code: typedCode, handle: handle.optional(), locale: localePart, next });
export const forgotInput = z.object({ email, locale: localePart, next });
export const inviteInput = z.object({ email, role: roleKey, language });
export const invitationRef = z.object({ invitationId: z.uuid() });
/** The address is the invitation's. */
export const joinTeamInput = z.object({ name: displayName, handle, password: newPassword, locale: localePart });
export const resetInput = z.object({ code: typedCode, password: newPassword, locale: localePart, next });
/** A code of the second factor: six digits, or a recovery code, as people type it. */
export const factorInput = z.object({
  code: secret(typed(100, asCode).pipe(z.string().min(1, 'code:required'))),
  locale: localePart,
  next,
});
/** What a change of the second factor asks for. */
export const changeFactorInput = z.object({
  oldPassword: secret(oldPassword.min(1, 'code:required')),
  locale: localePart,
});
/** How many passkeys a member may have. */
export const mostPasskeys = 10;
export const passkeyNameMost = 40;
const passkeyRef = z.object({ passkeyId: z.uuid() });
export const finishPasskeyInput = z.object({
  name: nameLine(passkeyNameMost),
  answer: registrationAnswer,
  locale: localePart,
});
export const renamePasskeyInput = passkeyRef.extend({ name: nameLine(passkeyNameMost) });
export const removePasskeyInput = passkeyRef.extend({ oldPassword: changeFactorInput.shape.oldPassword });
export const confirmByPasskeyInput = z.object({ answer: assertionAnswer, locale: localePart, next });
export const sessionRef = z.object({ sessionId: z.uuid() });
export const localeInput = z.object({ locale: localePart });

export const profileInput = z.object({ name: displayName, bio: maybeLines(bioMost), language });
export const avatarInput = z.object({ picture: z.instanceof(File, { message: 'code:required' }) });
export const passwordInput = z.object({ oldPassword: secret(oldPassword).default(''), password: newPassword });
export const emailInput = z.object({ email, oldPassword: secret(oldPassword).default('') });
export const emailCodeInput = z.object({ code: typedCode });

export const memberRef = z.object({ memberId: z.uuid() });
const noEnd = z.literal('').transform(() => null);
export const grantInput = withMoments(
  ['until'],
  memberRef.extend({ role: roleKey, reason, until: z.union([noEnd, moment]).default(null) }),
);
export const revokeInput = memberRef.extend({ role: roleKey, reason });

const roleNames = { name: nameLine(40, 2), nameZh: nameLine(40, 2) };
export const copyRoleInput = z.object({ from: roleKey, ...roleNames });
export const deleteRoleInput = z.object({ role: roleKey });
/** Each permission is a box of the form by its own name. */
export const editRoleInput = z
  .object({ role: roleKey, ...roleNames })
  .and(z.partialRecord(z.enum(permissions), z.literal('on')))
  .transform(({ role, name, nameZh, ...ticked }) => ({
    role,
    name,
    nameZh,
    permissions: permissions.filter((each) => ticked[each] === 'on'),
  }));
export const trustInput = memberRef.extend({ level: z.enum(['auto', '0', '1', '2', '3', '4']), reason });
export const reasonInput = memberRef.extend({ reason });
/** What staff change for a member; an address that is left empty stays. `shownName` is the name that the form showed. */
export const correctInput = memberRef.extend({
  name: displayName,
  shownName: oneLine(500),
  email: orNothing(email.optional()),
  clearPicture: ticked,
  clearBio: ticked,
  /** Takes a lost number off the account. */
  dropPhone: ticked,
  reason,
});
export type CorrectMember = Omit<z.output<typeof correctInput>, 'dropPhone'> & { dropPhone?: boolean };
export const suspendInput = memberRef.extend({ reason, days: z.enum(['1', '7', '30', 'open']) });

/** Whether a password only repeats what everybody can see or guess of its owner. */
export function echoes(password: string, ...known: string[]): boolean {
  const said = password.toLowerCase();
  return known.flatMap((each) => [each, each.split('@')[0] ?? each]).some((each) => each.toLowerCase() === said);
}
