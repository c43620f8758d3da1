/** Every way in from outside asks who is there, or stands on a short list with its reason. */
import { describe, expect, it } from 'vitest';

import { endpoints } from '@/lib/server/endpoints';
import { rowsOf } from '@/tests/guarantees/tables';

import { sources } from './sources';

const publicRoutes: Record<string, string> = {
  'app/route.ts': 'redirects to a language',
  'app/passport/[key]/route.ts': 'redirects to a language',
  'app/u/[handle]/route.ts': 'redirects to a language',
  'app/api/health/route.ts': 'says only whether the parts work',
  'app/api/auth/[...nextauth]/route.ts': 'signing in itself; limited inside',
};

/** What counts as asking: the session, a signature, or an endpoint that declares whom it admits. */
const asks =
  /\b(currentActor|requireActor|requireMember|requireStaff|askAfterPaying|sendInvoice|sendPdf|handleEndpoint|verifyInvalidationMessage)\b/;

/** Public documents: the same bytes for everyone, without a session to ask. */
const publicDocument =
  /^app\/(.+\/)?(feed\.xml|rss\.xml|sitemap\.xml|robots\.txt|manifest\.webmanifest|brand-icons|opengraph-image|og|files|images|media)(\/.+)?\/route\.tsx?$/;

type Actions = Record<string, { admission?: string }>;
const modules = import.meta.glob<Actions>(['/app/actions/*.ts'], { eager: false });

describe('actions', () => {
  it('all come from action()', async () => {
    expect(Object.keys(modules).length).toBeGreaterThan(0);
    const strays: string[] = [];
    for (const [file, load] of Object.entries(modules)) {
      for (const [name, exported] of Object.entries(await load()))
        if (!exported?.admission) strays.push(`${file}: ${name}`);
    }
    expect(strays).toEqual([]);
  });

  it('admit a guest only where their domain’s access.ts says why', async () => {
    const reasons = rowsOf('actions').flatMap(({ domain, name, row }) =>
      typeof row === 'object' && 'everyone' in row && row.everyone.length > 10 ? [`${domain}.${name}`] : [],
    );
    const open: string[] = [];
    for (const [file, load] of Object.entries(modules)) {
      for (const [name, exported] of Object.entries(await load()))
        if (exported?.admission === 'anyone') open.push(`${file.split('/')[3]?.split('.')[0]}.${name}`);
    }
    expect(open.toSorted()).toEqual(reasons.toSorted());
  });

  it('exist in actions files only', () => {
    const elsewhere = sources('app', 'components', 'lib').filter(
      ({ file, text }) => /^\s*['"]use server['"]/m.test(text) && !/^app\/actions\/[a-z-]+(\.[a-z-]+)?\.ts$/.test(file),
    );
    expect(elsewhere.map(({ file }) => file)).toEqual([]);
  });
});

describe('route handlers', () => {
  it('ask who is there, or stand on the list', () => {
    const handlers = sources('app').filter(({ file }) => /\/route\.tsx?$/.test(`/${file}`));
    expect(handlers.length).toBeGreaterThan(0);
    const strays = handlers.filter(
      ({ file, text }) => !asks.test(text) && !publicRoutes[file] && !publicDocument.test(file),
    );
    expect(strays.map(({ file }) => file)).toEqual([]);
  });

  it('that keys open ask for no session, and no other has an address of the API', () => {
    const bearers = rowsOf('endpoints').flatMap(({ name, row }) =>
      typeof row === 'object' && 'bearer' in row && name.includes('/api/admin/') ? [name] : [],
    );
    const byKey = endpoints.filter(({ admits }) => admits === 'keys').map(({ method, path }) => `${method} ${path}`);
    expect(byKey.length).toBeGreaterThan(0);
    expect(byKey.toSorted()).toEqual(bearers.toSorted());
  });

  it('declare whom each fast endpoint admits', () => {
    expect(endpoints.length).toBeGreaterThan(0);
    expect(endpoints.filter(({ admits }) => !['anyone', 'members', 'signed', 'keys'].includes(admits))).toEqual([]);
  });
});
