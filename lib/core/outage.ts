import { QueueFull } from './queue-full';

/**
 * Whether an error comes from the connection, the server or its resources, and not from the statement: trying again with
 * less of it would not help.
 */
export function isOutage(error: unknown): boolean {
  if (error instanceof QueueFull) return true;
  const { code = '', message = '', severity } = (error ?? {}) as Record<string, unknown>;
  // With these the server ends or refuses the whole connection, whatever the code, such as 55000 of a database that is closed.
  if (severity === 'FATAL' || severity === 'PANIC') return true;
  if (/^(ECONN|EPIPE|ETIMEDOUT|EAI_|ENOTFOUND|57|08|53|58|55P03|25006)/.test(String(code))) return true;
  // What PostgreSQL refuses is judged by its code alone: its message may quote the value that was sent.
  if (sqlState.test(String(code))) return false;
  return /timeout exceeded|Connection terminated|not currently accepting|Client has encountered a connection error/i.test(
    String(message),
  );
}

// Five characters; Prisma's own codes begin with P and a digit from 1.
const sqlState = /^(?!P[1-9])[0-9A-Z]{5}$/;
