/** Every schema of a form or a JSON endpoint, fed with what must not reach the database. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';

import { cleanJson } from '@/lib/core/clean-json';
import { secretsOf } from '@/lib/core/fields';
import { sources } from '@/tests/architecture/sources';

import type { Action } from './action';
import { fromForm, typedIn } from './form-data';
import { fieldProblems } from '@/lib/core/field-problems';

vi.mock('@/lib/web/session', () => ({ currentActor: vi.fn(), startSession: vi.fn(), endSession: vi.fn() }));
vi.mock('@/lib/web/code-cookie', () => ({ keepCodeId: vi.fn(), keptCodeId: vi.fn(), dropCodeId: vi.fn() }));
vi.mock('next/cache', () => ({ updateTag: vi.fn(), revalidateTag: vi.fn() }));

const bad = [
  '\u0000',
  'a\u0000b',
  '\ud800',
  'x\udc00y',
  '\u3164',
  '\u115f\u1160',
  '\u200b',
  '\u2800',
  '\u202eabc',
  'a\r\nb',
  'a\rb',
  '\u0007',
  '\ufeff',
  '\uffff',
  'e'.repeat(200_000),
  '\u0301'.repeat(500),
  '👩‍👩‍👧'.repeat(30_000),
];
const secretChars = /[\p{Cs}]/u;
const unfit =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\p{Cs}\u202a-\u202e\u2066-\u2069\u3164\u115f\u1160\u2800\u200b\ufeff\uffff]/u;
const longest = 100_000;

const schemas: [string, z.ZodType][] = [];
const actions: [string, Action<unknown>][] = [];
const schemaFiles = import.meta.glob<object>('/lib/*/schema.ts', { eager: true });
const actionFiles = import.meta.glob<object>('/app/actions/*.ts', { eager: true });

beforeAll(() => {
  for (const [file, exported] of Object.entries(schemaFiles)) {
    for (const [name, value] of Object.entries(exported))
      if (value instanceof z.ZodType) schemas.push([`${file.split('/')[2]}.${name}`, value]);
  }
  for (const [file, exported] of Object.entries(actionFiles)) {
    for (const [name, value] of Object.entries(exported))
      actions.push([`${file.split('/')[3]!.split('.')[0]}.${name}`, value as Action<unknown>]);
  }
});

type Wrapped = { innerType?: z.ZodType; in?: z.ZodType; out?: z.ZodType };

/** The fields of a schema by name; those of a list's items too. */
function fieldsOf(schema: z.ZodType): string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => fieldsOf(option as z.ZodType));
  const { innerType, in: first, out } = schema.def as Wrapped;
  return [innerType, first, out].flatMap((part) => (part ? fieldsOf(part) : []));
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || value instanceof Date) return [];
  return Object.entries(value).flatMap(([name, each]) => [name, ...textsIn(each)]);
}

describe('text that enters', () => {
  it('is known: every schema and every action is walked', () => {
    expect(schemas.length).toBeGreaterThan(50);
    expect(actions.length).toBeGreaterThan(50);
    expect(actions.filter(([, { schema }]) => !schema).map(([name]) => name)).toEqual([]);
  });

  it('is refused or cleaned by each field of each schema, whether a form or a program sent it', async () => {
    const passed: string[] = [];
    const asked = actions.map(([action, { schema }]) => [schema!, action] as const);
    // An action that takes a schema as it stands asks nothing more of it.
    for (const [schema, name] of new Map([...asked, ...schemas.map(([known, each]) => [each, known] as const)])) {
      const [fields, secrets] = [fieldsOf(schema), secretsOf(schema)];
      for (const value of bad) {
        const parsed = schema.safeParse(
          fields.length > 0 ? Object.fromEntries(fields.map((field) => [field, value])) : value,
        );
        if (!parsed.success) expect(Object.keys(fieldProblems(parsed.error)).length).toBeGreaterThan(0);
        for (const field of fields.length > 0 ? fields : ['']) {
          const one = partOf(schema, field)?.safeParse(value) ?? parsed;
          const texts = one.success ? textsIn(one.data) : [];
          if (
            !secrets.has(field) &&
            texts.some((text) => unfit.test(text) || text.length > (field.startsWith('html') ? 600_000 : longest))
          )
            passed.push(`${name}.${field} ${JSON.stringify(value.slice(0, 9))}`);
          if (
            secrets.has(field) &&
            field !== 'oldPassword' &&
            !name.includes('signIn') &&
            texts.some((text) => secretChars.test(text))
          )
            passed.push(`${name}.${field}`);
        }
      }
    }
    expect(passed.filter((each) => !checkedLater.some((field) => each.includes(`.${field} `)))).toEqual([]);
  });

  it('holds nothing unfit once a form or a JSON body is read, whatever it is', () => {
    const texts = fc.oneof(fc.constantFrom(...bad.map((each) => each.slice(0, 50))), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(fc.dictionary(texts, fc.oneof(texts, fc.array(texts), fc.dictionary(texts, texts))), (body) => {
        expect(textsIn(cleanJson(body)).filter((text) => unfit.test(text))).toEqual([]);
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(texts, texts)), (pairs) => {
        const form = new FormData();
        for (const [name, value] of pairs) form.append(name, value);
        expect(textsIn(fromForm(form, new Set())).filter((text) => unfit.test(text))).toEqual([]);
        expect(
          textsIn(typedIn(form, new Set()))
            .slice(1)
            .filter((text) => /\u0000|\p{Cs}/u.test(text) && !pairs.some(([name]) => name === text)),
        ).toEqual([]);
      }),
    );
  });
});

// Read by entry points that clean them (forms and JSON are cleaned before any schema), and compared or parsed, never kept.
const checkedLater = ['next', 'base', 'zone', 'path', 'after'];

function partOf(schema: z.ZodType, field: string): z.ZodType | undefined {
  if (!field) return undefined;
  if (schema instanceof z.ZodObject) return schema.shape[field] as z.ZodType | undefined;
  if (schema instanceof z.ZodUnion)
    return schema.options.map((option) => partOf(option as z.ZodType, field)).find(Boolean);
  const { innerType, in: first, out } = schema.def as Wrapped;
  return [innerType, first, out].flatMap((part) => (part ? [partOf(part, field)] : [])).find(Boolean);
}

describe('what was typed into a refused form', () => {
  /** Names of fields as the forms of the pages write them. */
  const written = () =>
    sources('components', 'app').flatMap(({ text }) =>
      [...text.matchAll(/\bname="([a-zA-Z][\w.]*)"|\btext\('(\w+)'/g)].map(([, plain, called]) => plain ?? called!),
    );

  it('comes back for every field of every form that is not declared secret', () => {
    const names = [...new Set([...written(), ...actions.flatMap(([, { schema }]) => fieldsOf(schema!))])];
    expect(names).toEqual(expect.arrayContaining(['postcode', 'line1', 'password', 'code', 'reason']));
    for (const [action, { schema }] of actions) {
      const form = new FormData();
      for (const name of names) form.append(name, `typed ${name}`);
      const secrets = secretsOf(schema!);
      const typed = typedIn(form, secrets);
      expect({ action, lost: names.filter((name) => !(name in typed)) }).toEqual({
        action,
        lost: names.filter((name) => secrets.has(name)),
      });
    }
  });

  it('is secret by exact name: passwords, codes that were sent, keys of addresses, answers of passkeys and proofs of work, and nothing else', () => {
    const secrets = Object.fromEntries(
      actions
        .map(([name, { schema }]) => [name, [...secretsOf(schema!)].sort()])
        .filter(([, names]) => names!.length > 0),
    );
    expect(secrets).toEqual({
      'members.signUpAction': ['password'],
      'members.signInAction': ['password'],
      'members.confirmAction': ['code'],
      'members.resetAction': ['code', 'password'],
      'members.changePasswordAction': ['oldPassword', 'password'],
      'members.askNewEmailAction': ['oldPassword'],
      'members.changeEmailAction': ['code'],
      'members.openSetupAction': ['key'],
      'members.firstAdminAction': ['password'],
      'members.openInvitationAction': ['key'],
      'members.joinTeamAction': ['password'],
      'members.beginAuthenticatorAction': ['oldPassword'],
      'members.finishAuthenticatorAction': ['code'],
      'members.renewRecoveryCodesAction': ['oldPassword'],
      'members.beginPasskeyAction': ['oldPassword'],
      'members.finishPasskeyAction': ['answer'],
      'members.removePasskeyAction': ['oldPassword'],
      'members.confirmByPasskeyAction': ['answer'],
      'members.confirmSessionAction': ['code'],
      'members.askPhoneCodeAction': ['proof'],
      'members.resendPhoneCodeAction': ['proof'],
      'members.enterByPhoneAction': ['code'],
      'members.askNewPhoneAction': ['oldPassword'],
      'members.changePhoneAction': ['code'],
      'members.dropPhoneAction': ['oldPassword'],
    });
  });
});
