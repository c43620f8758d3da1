'use client';

import { createContext, use, type ReactNode } from 'react';

const Home = createContext('');

/** Tells components of the browser the brand's own currency. */
export const BrandProvider = ({ home, children }: { home: string; children: ReactNode }) => (
  <Home value={home}>{children}</Home>
);

/** The currency whose amounts have a bare sign. */
export const useHome = (): string => use(Home);
