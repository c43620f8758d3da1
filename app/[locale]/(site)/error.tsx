'use client';

export { ErrorBoundary as default } from '@/components/shell/error-boundary';
