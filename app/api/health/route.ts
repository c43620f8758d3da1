import { checkHealth } from '@/lib/server/health';

/** Whether the database answers and jobs move; 503 with the failing part otherwise. */
export async function GET(): Promise<Response> {
  const health = await checkHealth();
  return Response.json(health, {
    status: health.status === 'ok' ? 200 : 503,
    headers: { 'cache-control': 'no-store' },
  });
}
