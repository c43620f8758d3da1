/** Tells the demo brand's story into the database that DATA_DIR/env.json names. */
import { db, pool } from '@/lib/core/db';
import { seed } from '@/prisma/seed';

await seed();
await db.$disconnect();
await pool.end();
