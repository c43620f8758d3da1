'use client';

import { useEffect, useRef } from 'react';

/** Brings the current tab of the row before it into sight, where a narrow screen lets the row scroll. */
export function TabInView() {
  const mark = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const row = mark.current?.previousElementSibling;
    const tab = row?.querySelector('[aria-current]');
    if (!row || !tab) return;
    const [inRow, inTab] = [row.getBoundingClientRect(), tab.getBoundingClientRect()];
    row.scrollLeft += inTab.left - inRow.left - (inRow.width - inTab.width) / 2;
  }, []);
  return <span ref={mark} hidden />;
}
