import { Refused } from './errors';
import { Prisma } from './prisma-client/client';

/** Refuses in words what the database refuses because it stands once only, written by somebody else meanwhile; other errors stay what they are. */
export function ifTaken(...refusal: ConstructorParameters<typeof Refused>): (error: unknown) => never {
  return (error) => {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') throw new Refused(...refusal);
    throw error;
  };
}
