import { postJson } from '@/components/ask-server';
import { api } from '@/lib/core/paths';
import type { Outcome, Problem } from '@/lib/web/outcome';

type Answered = {
  next?: string;
  error?: string;
  values?: Problem['values'];
  field?: string;
  fields?: Record<string, Problem>;
};

/** Orders a cart by the fast endpoint and leaves for the payment page; throws where it cannot be reached. In the browser alone. */
export async function postCartOrder(_before: unknown, form: FormData): Promise<Outcome<never>> {
  const typed = [...form].filter(([name, value]) => !name.startsWith('$') && typeof value === 'string');
  const answered = await postJson<Answered>(api('cart', 'order'), Object.fromEntries(typed));
  if (!answered) throw new Error('No answer');
  const { next, error = 'failed', values, field, fields } = answered.body;
  if (answered.ok && next !== undefined) {
    window.location.assign(next);
    // Whoever comes back finds the form as it was.
    await new Promise((resolve) => window.addEventListener('pagehide', resolve, { once: true }));
    return { status: 'idle' };
  }
  const problem = { code: error, ...(values && { values }) };
  return { status: 'refused', problem, fields: fields ?? (field ? { [field]: problem } : {}), typed: {} };
}
