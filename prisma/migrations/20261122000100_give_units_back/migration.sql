-- AlterEnum
ALTER TYPE "ReleaseCause" ADD VALUE 'GIVEN_BACK';
