export type LoggedError = {
  type: string;
  message: string;
  code?: string;
  stack?: string;
  constraint?: string;
  table?: string;
  routine?: string;
  cause?: unknown;
};

const longest = 1_000;
const longestRead = 5_000;
// The database quotes what it could not take, Prisma the arguments of the call.
const quoted = /"(?:[^"\\]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`[^`]*`/g;

/**
 * An error as the log keeps it: what it is and where, never what people wrote. The database's detail and context, which
 * hold rows and pieces of a batch, are left out, and what a data error quotes is masked.
 */
export function loggedError(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, constraint, table, routine } = error as Error &
    Partial<Record<'code' | 'constraint' | 'table' | 'routine', unknown>>;
  const message = masked(error);
  const logged: LoggedError = { type: error.name, message, stack: [message, ...framesOf(error)].join('\n') };
  for (const [name, value] of Object.entries({ code, constraint, table, routine }))
    if (typeof value === 'string') logged[name as 'code'] = value;
  if (error.cause instanceof Error) logged.cause = loggedError(error.cause);
  return logged;
}

function masked(error: Error): string {
  const holdsData =
    'severity' in error || 'clientVersion' in error || error.name === 'ZodError' || error instanceof SyntaxError;
  const message = 'clientVersion' in error ? (error.message.trim().split('\n').at(-1) ?? '') : error.message;
  return (holdsData ? withoutQuotes(message) : message).slice(0, longest);
}

// Of what is too long to be gone through, only what stands before the first quote is kept.
function withoutQuotes(message: string): string {
  return message.length > longestRead ? `${message.split(/["'`]/, 1)[0]}…` : message.replace(quoted, '"…"');
}

function framesOf({ stack = '' }: Error): string[] {
  return stack.split('\n').filter((line) => /^\s+at /.test(line));
}
