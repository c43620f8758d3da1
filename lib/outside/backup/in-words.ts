import pg from 'pg';

import { firstOf } from '@/lib/core/fields';

import { CopyRefused, type CopyRefusal } from './copy-refused';

type Said = [CopyRefusal, string];

/**
 * What a disk or a database server answered, as a refusal in words; an error of another kind as it is, since that is a fault of the
 * program. The place is that of a file or folder which the error itself does not name.
 */
export function inWords(error: unknown, place = 'A file'): unknown {
  if (error instanceof CopyRefused || !(error instanceof Error)) return error;
  const said = error instanceof pg.DatabaseError ? ofServer(error) : (ofDisk(error, place) ?? ofConnection(error));
  return said ? new CopyRefused(...said) : error;
}

const disk: Record<string, Said> = {
  ENOSPC: ['full', 'the disk is full'],
  EDQUOT: ['full', 'the disk gives this user no more room'],
  EFBIG: ['full', 'the disk takes no file of this length'],
  EACCES: ['denied', 'this user may not do that there'],
  EPERM: ['denied', 'this user may not do that there'],
  EROFS: ['denied', 'the disk can only be read'],
  ENOENT: ['folder-missing', 'it is not there and cannot be made'],
  ENOTDIR: ['folder-missing', 'a part of it is no folder'],
  EEXIST: ['folder-missing', 'a file of that name is in the way'],
  ENAMETOOLONG: ['folder-missing', 'its name is too long'],
  ELOOP: ['folder-missing', 'its links lead in a circle'],
  EISDIR: ['unreadable', 'it is a folder'],
  EIO: ['unreadable', 'the disk cannot read or write it'],
  ENXIO: ['denied', 'it is a device that takes no files'],
  ENODEV: ['denied', 'it is a device that takes no files'],
};

function ofDisk({ code = '', path }: NodeJS.ErrnoException, place: string): Said | null {
  const said = disk[code];
  return said ? [said[0], `${path ?? place}: ${said[1]}.`] : null;
}

const lost = /^(E(CONN|HOST|NET|PIPE|TIMEDOUT|AI_AGAIN|NOTFOUND)|Connection terminated|timeout expired)/;

function ofConnection({ code, message }: NodeJS.ErrnoException): Said | null {
  if (!lost.test(code ?? '') && !lost.test(message)) return null;
  return ['unreachable', `The connection to the database broke: ${code ?? message}.`];
}

// The first two signs of a code are its class: https://www.postgresql.org/docs/current/errcodes-appendix.html
const classes: Record<string, (error: pg.DatabaseError) => Said> = {
  '08': ({ message }) => ['unreachable', `The connection to the database broke: ${quoted(message)}.`],
  '22': (error) => ['broken-rows', `${rowOf(error)} is nothing that the database can hold: ${quoted(error.message)}.`],
  '23': (error) => [
    'broken-rows',
    `${error.table ?? 'A table'}: ${rules[error.code ?? ''] ?? quoted(error.message)}${nameOf(error)}.`,
  ],
  '25': ({ message }) => ['denied', `The database can only be read: ${quoted(message)}.`],
  '53': ({ message }) => ['full', `The database server has no room left: ${quoted(message)}.`],
  '55': () => ['in-use', 'Somebody else has tables of the database open: stop Millet everywhere first.'],
  '57': ({ message }) => ['unreachable', `The database server ended the connection: ${quoted(message)}.`],
};

const rules: Record<string, string> = {
  '23502': 'a value is missing',
  '23503': 'its rows name others that are not there',
  '23505': 'two rows are the same where each must be another',
  '23514': 'its rows break a rule',
};

function ofServer(error: pg.DatabaseError): Said | null {
  if (error.code === '42501')
    return ['denied', `The user of the database must own it and its tables: ${quoted(error.message)}.`];
  return classes[error.code?.slice(0, 2) ?? '']?.(error) ?? null;
}

// `COPY Member, line 3, column name: "…"`
function rowOf({ where = '' }: pg.DatabaseError): string {
  const found = /COPY (.{1,200}?), line (\d+)/.exec(where);
  return found ? `${found[1]}, line ${found[2]}` : 'A value';
}

const nameOf = ({ constraint }: pg.DatabaseError) => (constraint ? ` (${constraint})` : '');

const quoted = (message: string) => firstOf(message, 200).replace(/\.$/, '');
