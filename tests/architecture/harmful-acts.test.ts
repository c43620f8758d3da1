/** Acts of staff that harm are undone by another act, or ask first. */
import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { compare, complete, rowsOf } from '../guarantees/tables';
import { guards, type Guard } from './harmful-acts';

const ofStaff = rowsOf('actions')
  .filter(({ row }) => row === 'staff' || Array.isArray(row))
  .map(({ name }) => name);
const read = (file: string) => readFileSync(file, 'utf8');

type Stands = Exclude<Guard, string>;
const guardedBy = <W extends 'undoneBy' | 'asks' | 'reason' | 'page'>(way: W) =>
  Object.entries(guards).flatMap(([act, guard]) =>
    typeof guard === 'object' && way in guard ? [{ act, ...(guard as Extract<Stands, Record<W, string>>) }] : [],
  );

describe('acts of staff', () => {
  it('each say what they do to others', () => {
    expect(compare(ofStaff, Object.keys(guards))).toEqual(complete);
  });

  it.each(guardedBy('undoneBy'))('$act is undone by $undoneBy', ({ undoneBy }) => {
    expect(ofStaff).toContain(undoneBy);
  });

  it.each(guardedBy('asks'))('$act asks first', ({ act, asks }) => {
    expect(askedIn(read(asks), act)).toBe(true);
  });

  it.each(guardedBy('reason'))('$act takes a reason', ({ act, reason }) => {
    expect(takesReason(read(reason), act)).toBe(true);
  });

  it.each(guardedBy('page'))('$act has a page of its own', ({ act, page, form }) => {
    expect(read(form)).toContain(`action={${act}}`);
    expect(reachableFrom(page)).toContain(form);
  });

  it('are asked about by pieces that fold', () => {
    for (const piece of ['forms/ask-first', 'forms/delete-fold', 'forms/take-back-fold', 'staff/put-back'])
      expect(read(`components/${piece}.tsx`)).toMatch(/<details\b[^]*<\/details>/);
  });

  it('would be found pressed at once without the question around it', () => {
    const form = '<ActionForm action={endAll}>…</ActionForm>';
    expect(askedIn(form, 'endAll')).toBe(false);
    expect(askedIn(`<details>a</details> ${form}`, 'endAll')).toBe(false);
    expect(askedIn(`<AskFirst lead={t('a')}> ${form} </AskFirst>`, 'endAll')).toBe(true);
    expect(askedIn('<ActionForm action={endAll}> <AskFirst><FormSubmit /></AskFirst></ActionForm>', 'endAll')).toBe(
      true,
    );
    expect(askedIn('<ActionForm action={endAll}> <FormSubmit /> <AskFirst /></ActionForm>', 'endAll')).toBe(false);
    expect(takesReason(form, 'endAll')).toBe(false);
    expect(takesReason('<ActionForm action={endAll}><FormText name="reason" required /></ActionForm>', 'endAll')).toBe(
      true,
    );
  });
});

const question = '(?:details|Dialog|AskFirst|DeleteFold)';

/** Whether a form of the act stands within a question, or each of its buttons does, or each dangerous button of its file. */
function askedIn(text: string, act: string): boolean {
  // The button that asks for the form around it names no act.
  if (!text.includes(`action={${act}}`)) return new RegExp(`<${question}\\b`).test(text);
  if (new RegExp(`<(?:DeleteFold|PutBack|TakeBackFold)\\s[^<]*action=\\{${act}\\}`).test(text)) return true;
  const forms = [...text.matchAll(new RegExp(`action=\\{${act}\\}`, 'g'))].map(({ index }) => index);
  const pressed = (form: string, kind = '') => [
    ...form.matchAll(new RegExp(`<(FormSubmit|SubmitButton)\\b[^>]*?${kind}`, 'g')),
  ];
  const within = (form: string, buttons: RegExpExecArray[]) =>
    buttons.length > 0 && buttons.every(({ index }) => isOpenAt(form, index));
  return (
    forms.some((at) => isOpenAt(text, at)) ||
    forms.every((at) => {
      const form = text.slice(at, text.indexOf('</ActionForm>', at));
      return within(form, pressed(form));
    }) ||
    within(text, pressed(text, 'variant="danger"'))
  );
}

function isOpenAt(text: string, at: number): boolean {
  const before = text.slice(
    Math.max(0, text.lastIndexOf('\nfunction ', at), text.lastIndexOf('\nexport function ', at)),
    at,
  );
  const opened = before.match(new RegExp(`<${question}\\b`, 'g'))?.length ?? 0;
  const closed = before.match(new RegExp(`</${question}>`, 'g'))?.length ?? 0;
  return opened > closed;
}

/** Whether the form is not sent without a reason. */
function takesReason(text: string, act: string): boolean {
  const at = text.search(new RegExp(`action=\\{(${act}|resolve)\\}`));
  if (at < 0 || !text.includes(act)) return false;
  const form = text.slice(at, text.indexOf('</ActionForm>', at));
  const own = /function Reason\(\)[^]*?\n\}/.exec(text)?.[0] ?? '';
  const field = form.includes('<Reason />') ? own : form;
  return /name="reason"[^]*?required/.test(field);
}

/** The components that a page shows, and those that they show. */
function reachableFrom(page: string): string[] {
  const direct = importsOf(page);
  const further = direct.flatMap(importsOf);
  return [...direct, ...further, ...further.flatMap(importsOf)];
}

function importsOf(file: string): string[] {
  const folder = file.slice(0, file.lastIndexOf('/'));
  return [...read(file).matchAll(/from '(@\/(?:components|app)\/[^']+|\.{1,2}\/[^']+)'/g)].flatMap(([, from]) => {
    const path = from!.startsWith('@/') ? from!.slice(2) : new URL(from!, `file:///${folder}/`).pathname.slice(1);
    const found = [`${decodeURI(path)}.tsx`].filter((each) => exists(each));
    return found;
  });
}

function exists(file: string): boolean {
  try {
    return read(file) !== '';
  } catch {
    return false;
  }
}
