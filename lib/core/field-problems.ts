import type { z } from 'zod';

/** What is wrong with a form or a field of it; its code is a key of the `errors` messages. */
export type Problem = { code: string; values?: Record<string, string | number> };

/** Turns zod's issues into one translated problem for each field. */
export function fieldProblems(error: z.ZodError): Record<string, Problem> {
  const fields: Record<string, Problem> = {};
  for (const issue of error.issues) fields[issue.path.map(String).join('.') || 'form'] ??= problemOf(issue);
  return fields;
}

function problemOf(issue: z.core.$ZodIssue): Problem {
  if (issue.message.startsWith('code:'))
    return {
      code: issue.message.slice(5),
      ...(issue.code === 'custom' && issue.params ? { values: issue.params } : {}),
    };
  switch (issue.code) {
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return issue.origin === 'string'
        ? { code: 'too-long', values: { maximum: Number(issue.maximum) } }
        : { code: 'bad-number' };
    case 'invalid_format':
      return { code: { email: 'bad-email', url: 'bad-url' }[issue.format as string] ?? 'bad-value' };
    case 'invalid_type':
      return { code: { number: 'bad-number', date: 'bad-date' }[issue.expected as string] ?? 'required' };
    default:
      return { code: 'bad-value' };
  }
}

function tooSmall(issue: { origin: string; minimum: number | bigint }): Problem {
  if (issue.origin !== 'string') return { code: 'bad-number' };
  return Number(issue.minimum) <= 1
    ? { code: 'required' }
    : { code: 'too-short', values: { minimum: Number(issue.minimum) } };
}
