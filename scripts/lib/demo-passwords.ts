import type pg from 'pg';

/** Takes the password, which everybody knows, from the people of the demo, wherever they come to a database on a server; answers from how many. */
export async function voidDemoPasswords(client: pg.Client): Promise<number> {
  const { rowCount } = await client.query(
    `UPDATE public."Member" SET "passwordHash" = NULL WHERE email LIKE '%@demo.millet' AND "passwordHash" IS NOT NULL`,
  );
  return rowCount ?? 0;
}

/** What the terminal says of it. */
export const demoWords = (passwords: number): string[] =>
  passwords === 0
    ? []
    : [
        `The password of the demo is known to everybody: ${passwords} people of the demo have none any more.`,
        'Make yourself administrator: npm run admin -- setup',
      ];
