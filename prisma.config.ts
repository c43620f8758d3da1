import { defineConfig } from 'prisma/config';

// Prisma's own commands (studio, migrate deploy) reach the database of the environment; the npm scripts need none.
export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
});
