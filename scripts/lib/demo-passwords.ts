import type pg from 'pg';

/**
 * Takes the password, which everybody knows, and the proof of their address, which is nobody's, from the people of the demo, wherever they
 * come to a database on a server; answers how many they are. So none of them counts as an administrator who can sign in.
 */
export async function voidDemoPasswords(client: pg.Client): Promise<number> {
  const { rowCount } = await client.query(
    `UPDATE public."Member" SET "passwordHash" = NULL, "emailVerifiedAt" = NULL
     WHERE email LIKE '%@demo.millet' AND ("passwordHash" IS NOT NULL OR "emailVerifiedAt" IS NOT NULL)`,
  );
  return rowCount ?? 0;
}

/** What the terminal says of it. */
export const demoWords = (passwords: number): string[] =>
  passwords === 0
    ? []
    : [
        `The password of the demo is known to everybody: ${passwords} people of the demo can no longer sign in, its administrator neither.`,
        'Start Millet, and make yourself administrator: npm run admin -- setup',
      ];
