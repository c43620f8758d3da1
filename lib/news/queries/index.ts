import type { Reading } from '@/lib/core/context';

const listed = { confirmedAt: { not: null }, leftAt: null } as const;

/** How many addresses are on the list. */
export function countListed({ db }: Pick<Reading, 'db'>): Promise<number> {
  return db.newsConsent.count({ where: listed });
}

/** An address as its mails need it; null where it left or was deleted. */
export function getConsent({ db }: Pick<Reading, 'db'>, { consentId }: { consentId: string }) {
  return db.newsConsent.findFirst({
    where: { id: consentId, leftAt: null },
    select: { id: true, email: true, locale: true, confirmedAt: true },
  });
}

/** Some of those on the list who were not told yet that the site is open, who has waited longest first. */
export function listUntold({ db }: Pick<Reading, 'db'>, { most }: { most: number }): Promise<{ id: string }[]> {
  return db.newsConsent.findMany({
    where: { ...listed, toldAt: null },
    orderBy: [{ confirmedAt: 'asc' }, { id: 'asc' }],
    take: most,
    select: { id: true },
  });
}
